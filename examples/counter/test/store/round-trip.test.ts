import fc from 'fast-check';
import { type Bank, type BankEvent, type Command, createBank, type RuleSet } from 'points-bank';
import { seal } from 'points-bank/audit';
import { renfa2022 } from 'points-bank/rule-sets';
import { arbitraries, ruleSets, subjectOf } from 'points-bank/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CounterStore } from '../../src/store/counter-store.js';
import { credit, opening } from './support/bank.js';
import { canonical } from './support/canonical.js';
import { type Kind, openTested, type Tested } from './support/stores.js';

const RUNS = 20;
const KINDS: readonly Kind[] = ['memory', 'PGlite', 'PostgreSQL'];

/** A rule set, the first scheme or one that the library's kit makes up, and commands in its words, good and bad. */
const histories = fc
  .oneof(fc.constant(renfa2022 as RuleSet), ruleSets())
  .chain((ruleSet) => fc.tuple(fc.constant(ruleSet), arbitraries(ruleSet).commands));

/** Any text that UTF-8 has a form for and PostgreSQL too: it has none for the character 0. */
const text = fc.string({ unit: 'binary', maxLength: 40 }).filter((some) => !some.includes('\0'));
const metadata = fc.dictionary(
  text.filter((key) => key !== '__proto__'),
  fc.oneof(
    text,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.maxSafeInteger(),
    // What a driver may take for a number or a date, and give back as one.
    fc.bigInt().map(String),
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
    fc.array(fc.oneof(text, fc.boolean(), fc.constant(null)), { maxLength: 3 }),
  ),
  { maxKeys: 4, noNullPrototype: true },
);

describe.each(KINDS)('events through the store: %s', (kind) => {
  let bank: Bank<RuleSet> = createBank(renfa2022 as RuleSet);
  let tested: Tested;
  let store: CounterStore;
  let run = 0;

  beforeAll(async () => {
    tested = await openTested(kind, () => bank);
    store = tested.store;
  });
  afterAll(() => tested.remove());

  it('come back byte for byte in canonical JSON, whatever the rules', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(histories, async ([ruleSet, commands]) => {
        run += 1;
        bank = createBank(ruleSet, { handbook: subjectOf(ruleSet).handbook });
        const yielded = new Map<string, BankEvent[]>();
        for (const command of commands) {
          const { decision } = await store.handle(inRun(run, command));
          for (const event of decision.accepted ? decision.events : []) {
            const own = yielded.get(event.data.accountId) ?? [];
            yielded.set(event.data.accountId, [...own, event]);
          }
        }
        for (const [accountId, events] of yielded) {
          compared += events.length;
          same(await store.events(accountId), events);
        }
      }),
      { numRuns: RUNS },
    );
    expect(compared).toBeGreaterThan(RUNS);
  });

  it('come back with any note and any metadata of the host', async () => {
    await fc.assert(
      fc.asyncProperty(text, metadata, async (note, entered) => {
        run += 1;
        const accountId = `noted ${run}`;
        const yielded: BankEvent[] = [];
        for (const command of [opening(accountId), noted(accountId, note)]) {
          const { decision } = await store.handle(command, entered);
          if (decision.accepted) yielded.push(...decision.events);
        }
        same(await store.events(accountId), yielded);
      }),
      { numRuns: RUNS * 5 },
    );
  });
});

/** Byte for byte, and by the hash that the library's own seal puts on the canonical JSON. */
function same(stored: readonly BankEvent[], yielded: readonly BankEvent[]): void {
  expect(stored.map(canonical)).toEqual(yielded.map(canonical));
  expect(seal(stored).at(-1)?.metadata.hash).toBe(seal(yielded).at(-1)?.metadata.hash);
}

/** The command for an account of this run's own. */
function inRun(run: number, command: unknown): Command {
  const { data } = (command ?? {}) as { data?: { accountId?: unknown } };
  if (typeof data?.accountId !== 'string') return command as Command;
  return { ...(command as Command), data: { ...data, accountId: `${run} ${data.accountId}` } } as Command;
}

function noted(accountId: string, note: string): Command {
  const command = credit(accountId, 'hearing');
  return { ...command, data: { ...command.data, note } } as Command;
}
