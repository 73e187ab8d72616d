import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BankEvent, Command, Decision, RuleSet, TransferPoints } from '../../src/index.js';
import { recognition } from '../../src/reports.js';
import { smallWorldOf } from '../../src/testing/small-world.js';
import { arbitraries, ruleSets } from '../../src/testing.js';
import { run } from '../support/history.js';
import { type Asked, scoreAfter, sendingAfter, standingOn } from './language.js';

/*
 * What a rule set of any kind makes of an entry is what plain sums over the events before it make. `LANGUAGE_RULE_SETS=1000 npm test --
 * test/model/language` makes the long run.
 */
const RULE_SETS = Number(process.env.LANGUAGE_RULE_SETS ?? 100);
const COMMANDS_EACH = 1000;

/** What a command asks to be scored, if it does. */
function askedBy({ type, data }: Command, events: readonly BankEvent[], ruleSet: RuleSet): Asked | undefined {
  const [opening] = events;
  if (opening?.type !== 'AccountOpened') return undefined;
  const items = Object.entries(ruleSet.roles[opening.data.role]?.items ?? {});
  const itemFor = (entry: string) => items.find(([, rule]) => rule.entry === entry)?.[0] ?? '';
  switch (type) {
    case 'CreditActivity':
      return data;
    case 'ClaimPost':
      return { item: itemFor('claim'), on: data.on, difficulty: data.difficulty };
    case 'ReportIn':
      return { item: itemFor('registration'), on: data.on, memberId: data.memberId };
    default:
      return undefined;
  }
}

/** What a decision came to. */
function cameTo(decision: Decision): number | string | undefined {
  if (!decision.accepted) return decision.refusal.code;
  const [event] = decision.events;
  return event !== undefined && 'points' in event.data && !('pending' in event.data)
    ? event.data.points
    : undefined;
}

test(`${RULE_SETS} rule sets of any kind score ${COMMANDS_EACH} commands each as plain sums do`, () => {
  const seen: Seen = {
    known: 0,
    points: 0,
    'limit-reached': 0,
    'condition-not-met': 0,
    reached: 0,
    fallen: 0,
    sent: 0,
    'not-sent': 0,
  };
  const law = fc.property(ruleSets(), fc.integer(), (ruleSet, seed) => {
    const { handbook } = smallWorldOf(ruleSet);
    const { commands } = arbitraries(ruleSet);
    let entered = 0;
    for (const some of fc.sample(commands, { numRuns: COMMANDS_EACH / 20, seed })) {
      if (entered >= COMMANDS_EACH) break;
      entered += some.length;
      agree(some, ruleSet, handbook, seen);
    }
  });
  fc.assert(law, { numRuns: RULE_SETS, verbose: 0 });
  // Few ever fall below a mark that they had reached, and few rules limit what is sent: where none did, more are tried.
  const SELDOM = ['fallen', 'sent', 'not-sent'] as const;
  const lacking = () => SELDOM.filter((what) => seen[what] === 0);
  for (let more = 0; more < 20 && lacking().length > 0; more += 1) {
    fc.assert(law, { numRuns: 50, verbose: 0 });
  }
  expect(lacking()).toEqual([]);
  const OFTEN = ['known', 'points', 'limit-reached', 'condition-not-met', 'reached'] as const;
  for (const what of OFTEN) expect([what, seen[what] > RULE_SETS]).toEqual([what, true]);
  if (process.env.LANGUAGE_RULE_SETS !== undefined) console.log(seen);
});

type Seen = {
  [What in
    | 'known'
    | 'points'
    | 'limit-reached'
    | 'condition-not-met'
    | 'reached'
    | 'fallen'
    | 'sent'
    | 'not-sent']: number;
};

/** Points that are sent meet what plain sums say of the conditions and limits. */
function sentAlike(
  command: Command,
  decision: Decision,
  before: readonly BankEvent[],
  ruleSet: RuleSet,
  seen: Seen,
): void {
  if ((command as Command | null | undefined)?.type !== 'TransferPoints') return;
  const became = outcomeOf(decision);
  const expected = became && sendingAfter(before, ruleSet, (command as TransferPoints).data);
  if (expected === undefined) return;
  seen[expected === 'sent' ? 'sent' : 'not-sent'] += 1;
  expect([command, became]).toEqual([command, expected]);
}

/** What became of points to be sent, as far as conditions and limits decide it. */
function outcomeOf(decision: Decision): string | undefined {
  if (decision.accepted) return decision.events.length > 0 ? 'sent' : undefined;
  const { code } = decision.refusal;
  // The points are looked at last.
  if (code === 'insufficient-points') return 'sent';
  return code === 'condition-not-met' || code === 'transfer-limit-reached' ? code : undefined;
}

function agree(
  commands: readonly unknown[],
  ruleSet: RuleSet,
  handbook: ReturnType<typeof smallWorldOf>['handbook'],
  seen: Seen,
): void {
  const streams = new Map<string, BankEvent[]>();
  for (const { command, decision } of run(commands, { ruleSet, handbook }).steps) {
    const became = cameTo(decision);
    // A malformed command may be anything.
    const accountId = (command as Command | null | undefined)?.data?.accountId ?? '';
    const before = streams.get(accountId) ?? [];
    if (decision.accepted) streams.set(accountId, [...before, ...decision.events]);
    sentAlike(command as Command, decision, before, ruleSet, seen);
    if (typeof became !== 'number' && became !== 'limit-reached' && became !== 'condition-not-met') continue;
    const asked = askedBy(command as Command, before, ruleSet);
    if (asked === undefined) continue;
    const expected = scoreAfter(before, ruleSet, asked);
    if (expected === undefined) continue;
    seen.known += 1;
    seen[typeof became === 'number' ? 'points' : became] += 1;
    expect([command, became]).toEqual([command, expected]);
  }
  for (const events of streams.values()) recognisedAlike(events, ruleSet, seen);
}

/** On the day of any event, levels and marks are what plain sums say. */
function recognisedAlike(events: readonly BankEvent[], ruleSet: RuleSet, seen: Seen): void {
  for (const on of new Set(events.map(({ data }) => data.on))) {
    const expected = standingOn(events, ruleSet, on);
    const recognised = recognition(events, ruleSet, { on });
    if (expected === undefined || recognised === undefined) continue;
    const levels = recognised.levels.map(({ level, reached, counted, conditions = [] }) => {
      if (reached) seen.reached += 1;
      return [level, [reached, counted, ...conditions.map((one) => one.counted)]];
    });
    const below = recognised.barredBy.flatMap(({ ground, since }) =>
      since === undefined ? [] : [[ground, since]],
    );
    seen.fallen += below.length;
    expect({ levels: Object.fromEntries(levels), fallen: Object.fromEntries(below) }).toEqual(expected);
  }
}
