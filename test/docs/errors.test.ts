import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { SealError, seal, verifyChain } from '../../src/audit.js';
import { defineHandbook, defineProgramme, defineRuleSet, deriveRuleSet } from '../../src/define.js';
import {
  createBank,
  fold,
  fromSnapshot,
  halfOf,
  handbookOn,
  publicationDays,
  snapshot,
  upcast,
  withReading,
} from '../../src/index.js';
import { ReportError, statement } from '../../src/reports.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { plainPopulation, SimulationError, simulate } from '../../src/simulation.js';
import { specification } from '../../src/testing.js';
import { en, explain } from '../../src/words.js';

/*
 * The guide to errors against the code: a row for each class that an entry point exports, in both languages, with the entry point and the
 * fields, and each of them thrown by what the guide says. A class that is new has no row and no case, and fails here until it has both.
 */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PAGES = ['docs/guides/errors.md', 'docs/guides/zh-CN/errors.md'];

type ErrorClass = new (...given: never[]) => Error;

/** The classes that are thrown, by name, with the entry point that exports each. */
async function thrownClasses(): Promise<Map<string, { from: string; thrown: ErrorClass }>> {
  const files = readdirSync(`${ROOT}src`).filter((file) => file.endsWith('.ts'));
  const classes = new Map<string, { from: string; thrown: ErrorClass }>();
  for (const file of files) {
    const entry: Record<string, unknown> = await import(/* @vite-ignore */ `${ROOT}src/${file}`);
    const from = file === 'index.ts' ? 'points-bank' : `points-bank/${file.replace(/\.ts$/, '')}`;
    for (const [name, value] of Object.entries(entry))
      if (typeof value === 'function' && value.prototype instanceof Error)
        classes.set(name, { from, thrown: value as ErrorClass });
  }
  return classes;
}

const CLASSES = await thrownClasses();

/** What throws each of them. */
const CASES: Readonly<Record<string, () => unknown>> = {
  RefusedError: () => createBank(renfa2022).decider.decide({} as never, fold([])),
  NotARuleSetError: () => createBank('renfa2022' as never),
  NotAnAccountError: () => createBank(renfa2022).decideUnknown({}, Promise.resolve() as never),
  NotAnEditionError: () => handbookOn([5 as never], '2023-01-01'),
  NotADateError: () => halfOf('1 May'),
  UnknownReadingError: () => withReading(renfa2022, 'no such reading' as never, 'none' as never),
  NotTheirsToRuleError: () =>
    withReading(renfa2022, 'carry-over', 'year-end', { by: 'somebody', on: '2024-01-05' }),
  HistoryError: () => fold([{ type: 'PointsEarned', data: {} } as never]),
  UnknownEventError: () => upcast({ type: 'AccountOpened', data: {}, metadata: { schemaVersion: 99 } }),
  StaleSnapshotError: () => fromSnapshot({ account: fold([]), streamVersion: 0, foldVersion: 0 }),
  InheritedMemberError: () => withLastingMember(() => fold([])),
  RuleSetError: () => defineRuleSet({} as never),
  LooserThanBoundError: () => deriveRuleSet(renfa2022, { redemption: { period: { window: 'quarter' } } }),
  HandbookError: () => defineHandbook({} as never),
  ProgrammeError: () => defineProgramme({} as never),
  ExplainError: () => explain(undefined as never, en),
  ReportError: () => statement([], { from: '2024-02-30', to: '2024-12-31' }),
  SealError: () => seal(seal([{ type: 'Noted', data: {} }])),
  SimulationError: () => simulateOneDay({ seed: -1 }),
  SimulationAbortedError: () => simulateOneDay({ signal: { aborted: true } }),
};

/** Some work while every object has a member that cannot be taken off; afterwards it is gone. */
function withLastingMember(work: () => unknown): unknown {
  const taken = Reflect.deleteProperty;
  Object.defineProperty(Object.prototype, 'lasting', { value: 1, enumerable: true, configurable: true });
  Reflect.deleteProperty = () => false;
  try {
    return work();
  } finally {
    Reflect.deleteProperty = taken;
    Reflect.deleteProperty(Object.prototype, 'lasting');
  }
}

function simulateOneDay(options: { seed?: number; signal?: { aborted: boolean } }): unknown {
  const population = plainPopulation(renfa2022, { volunteers: 1 });
  return simulate({
    ruleSet: renfa2022,
    population,
    from: '2023-01-01',
    to: '2023-01-01',
    seed: 1,
    ...options,
  });
}

function thrownBy(work: () => unknown): Error {
  try {
    work();
  } catch (thrown) {
    return thrown as Error;
  }
  throw new Error('nothing was thrown');
}

/** The rows of the table with this head, by the name in their first cell. */
function rowsUnder(page: string, head: RegExp): Map<string, string[]> {
  const [, table = ''] = page.split(head);
  const rows = new Map<string, string[]>();
  for (const line of table.split('\n').slice(1)) {
    if (!line.startsWith('|')) break;
    const [, first = '', ...cells] = line.split('|').map((cell) => cell.trim());
    rows.set(first.replaceAll('`', ''), cells.slice(0, -1));
  }
  return rows;
}

/** The codes of a union of strings, as its source has them. */
function codesIn(file: string, type: string): string[] {
  const source = readFileSync(`${ROOT}${file}`, 'utf8');
  const [union = ''] = new RegExp(`export type ${type} =[\\s\\S]*?;`).exec(source) ?? [];
  return [...union.matchAll(/^ {2}\| '([a-z-]+)'/gm)].map(([, code = '']) => code);
}

test('there is a case for each class that is thrown, and no other', () => {
  expect(Object.keys(CASES).sort()).toEqual([...CLASSES.keys()].sort());
});

describe.each(PAGES)('%s', (file) => {
  const page = readFileSync(`${ROOT}${file}`, 'utf8');
  const rows = rowsUnder(page, /^\| (?:class|类) \| .*\n/m);

  test('has a row for each class that is thrown, with where it comes from', () => {
    const documented = Object.fromEntries([...rows].map(([name, [from]]) => [name, from]));
    expect(documented).toEqual(
      Object.fromEntries([...CLASSES].map(([name, { from }]) => [name, `\`${from}\``])),
    );
  });

  test.each(Object.keys(CASES))('%s is thrown so, and its fields are in its row', (name) => {
    const error = thrownBy(CASES[name] as () => unknown);
    expect(error).toBeInstanceOf(CLASSES.get(name)?.thrown);
    expect(error.name).toBe(name);
    const cells = (rows.get(name) ?? []).join(' ');
    const fields = Object.keys(error).filter((field) => field !== 'name');
    expect(fields.filter((field) => !new RegExp(`\`(?:error\\.)?${field}\\b`).test(cells))).toEqual([]);
  });

  test('has every code of reports and of simulations', () => {
    const [reports, simulations] = page.split(/^## /m).slice(-2);
    const codes = (section = '') => [...rowsUnder(section, /^\| `code` \| .*\n/m).keys()];
    expect(codes(reports)).toEqual(codesIn('src/reports/shared/report-error.ts', 'ReportErrorCode'));
    expect(codes(simulations)).toEqual(codesIn('src/simulation/simulation-error.ts', 'SimulationErrorCode'));
  });
});

test('the errors with codes are range errors, and those that the guide calls plain are plain', () => {
  expect(thrownBy(CASES.ReportError as () => unknown)).toMatchObject({ code: 'not-a-date' });
  expect(thrownBy(CASES.SimulationError as () => unknown)).toMatchObject({ code: 'bad-seed' });
  expect(new ReportError('not-a-date', '')).toBeInstanceOf(RangeError);
  expect(new SimulationError('not-a-date', '')).toBeInstanceOf(RangeError);
  expect(thrownBy(() => verifyChain([], 'no hash'))).toBeInstanceOf(SealError);
  expect(thrownBy(() => snapshot(fold([]), -1)).constructor).toBe(RangeError);
  expect(thrownBy(() => publicationDays(renfa2022, 0)).constructor).toBe(RangeError);
  const { given } = specification(createBank(renfa2022), (is, ought) => expect(is).toEqual(ought));
  expect(thrownBy(() => given([{} as never]).when({} as never)).constructor).toBe(Error);
});
