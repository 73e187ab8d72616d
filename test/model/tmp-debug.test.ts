import fc from 'fast-check';
import { test } from 'vitest';
import { type RuleSet, withReading } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { mergePatch } from '../../src/rules/merge-patch.js';
import { HANDBOOK } from '../support/handbook.js';
import { Library, Taken } from './both.js';
import { openings, step } from './entries.js';
import type { Command } from './naive/commands.js';
import { Model } from './naive/model.js';
import { ANSWERS, LITERAL } from './naive/readings.js';

const ENTRIES = new Set(Object.values(renfa2022.catalogue).flatMap(({ entries }) => Object.keys(entries)));
const MORE = mergePatch(renfa2022 as any, {
  authority: {
    offices: { TransferPoints: ['community'], ReceivePoints: ['community'], BarAccount: ['street'] },
  },
  transfer: { clause: '4.2', title: { 'zh-CN': '转让', en: 'transfer' } },
  ineligibility: {
    breach: { clause: '2.5', title: { 'zh-CN': '查实', en: 'a breach' }, bars: ['redeeming', 'earning'] },
  },
}) as any as RuleSet;
const setup = (of: object, more: boolean) => {
  const ruleSet = Object.entries(of).reduce<RuleSet>(
    (r, [id, a]) => withReading(r, id, a as string),
    more ? MORE : renfa2022,
  );
  return {
    model: new Model({
      readings: { ...LITERAL, ...of } as any,
      handbook: HANDBOOK as any,
      catalogue: ENTRIES,
      more,
    }),
    real: new Library(ruleSet, HANDBOOK),
  };
};
const fails = (of: object, more: boolean, cmds: readonly Command[]): string | undefined => {
  const { model, real } = setup(of, more);
  try {
    for (const c of cmds) new Taken({ enter: [c] }, () => {}).run(model, real);
    return undefined;
  } catch (e) {
    return String((e as Error).message).slice(0, 700);
  }
};
test('debug', () => {
  const seed = Number(process.env.SEED ?? 1);
  const n = Number(process.env.N ?? 300);
  const any = fc.record(
    Object.fromEntries(
      Object.entries(ANSWERS).map(([id, answers]) => [
        id,
        fc.oneof(
          { weight: 3, arbitrary: fc.constant(answers[0] as string) },
          { weight: 1, arbitrary: fc.constantFrom<string>(...answers) },
        ),
      ]),
    ),
  );
  const seen = new Map<string, number>();
  let shown = 0;
  let total = 0;
  for (const [of, more, first, steps] of fc.sample(
    fc.tuple(
      any as fc.Arbitrary<object>,
      fc.boolean(),
      openings,
      fc.array(step, { minLength: 30, maxLength: 60, size: 'max' }),
    ),
    { numRuns: n, seed },
  )) {
    const { model, real } = setup(of, more);
    let how: string | undefined;
    try {
      new Taken({ enter: first }, () => {}).run(model, real);
      for (const s of steps) new Taken(s, () => {}).run(model, real);
    } catch (e) {
      how = String((e as Error).message);
    }
    total += real.log.length;
    if (how === undefined) continue;
    let cmds = [...real.log];
    let last = fails(of, more, cmds);
    if (last === undefined) {
      console.log('not reproduced', how.slice(0, 300));
      continue;
    }
    for (let i = cmds.length - 1; i >= 0; i -= 1) {
      const less = cmds.filter((_, j) => j !== i);
      const f = fails(of, more, less);
      if (f !== undefined) {
        cmds = less;
        last = f;
      }
    }
    let answers: Record<string, string> = { ...of } as any;
    for (const id of Object.keys(answers)) {
      if (answers[id] === (LITERAL as any)[id]) {
        delete answers[id];
        continue;
      }
      const { [id]: _g, ...rest } = answers;
      if (fails(rest, more, cmds) !== undefined) answers = rest;
    }
    const key = cmds.map((c) => c.type).join(' ') + last.slice(0, 40);
    const k = (seen.get(key) ?? 0) + 1;
    seen.set(key, k);
    if (k === 1 && shown < 12) {
      shown += 1;
      console.log(
        '=====',
        JSON.stringify(answers),
        more,
        last.replace(/\n+/g, '\n'),
        '\n' +
          cmds
            .map(
              (c) =>
                `${c.type} ${JSON.stringify({ ...c.data, by: c.data.by.office, formComplete: undefined, communityId: undefined, continues: (c.data as any).continues?.map((x: any) => x.data.accountId), sent: (c.data as any).sent?.data?.points })}`,
            )
            .join('\n'),
      );
    }
  }
  console.log(total, 'commands', [...seen]);
});
