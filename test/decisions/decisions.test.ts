import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { commandOf, handbookOf } from '../../src/account/events/command-of.js';
import { type CommandFor, createBank, type Handbook, initialAccount } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { openParts, stored } from '../support/checks.js';
import { HANDBOOK } from '../support/handbook.js';
import { bankOf, eventOf, run, VOLUNTEER } from '../support/history.js';
import { DECISIONS, type DecisionCase } from './cases.js';

/*
 * Decisions, whole: the event with every member of it, or the refusal with its facts, its words and the readings it rests on.
 * `decisions.json` was read against the clauses before it was committed; `UPDATE_DECISIONS=1 npm test -- test/decisions` writes it anew.
 */

const FILE = new URL('decisions.json', import.meta.url);

/** The handbook of a case, where it has one. */
function booked(handbook: Handbook | 'none'): Handbook | undefined {
  return handbook === 'none' ? undefined : handbook;
}

function decided(of: DecisionCase & { readonly givenHandbook?: Handbook | 'none' }) {
  const {
    given = [],
    command,
    ruleSet = renfa2022,
    givenUnder = ruleSet,
    handbook = HANDBOOK,
    programme,
  } = of;
  const { givenHandbook = handbook } = of;
  const ran = run(given, { ruleSet: givenUnder, handbook: booked(givenHandbook) });
  const bank = bankOf(ruleSet, booked(handbook));
  const account = ran.accounts.get(VOLUNTEER) ?? initialAccount;
  return (programme === undefined ? bank : bank.withProgramme(programme)).decideUnknown(command, account);
}

/** Without the digest, which changes with every word of the rules. */
function told(decision: unknown): unknown {
  return JSON.parse(JSON.stringify(decision), (name, value) => (name === 'digest' ? undefined : value));
}

if (process.env.UPDATE_DECISIONS !== undefined) {
  const all = Object.entries(DECISIONS).map(([what, of]) => [what, told(decided(of))]);
  writeFileSync(FILE, `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`);
}

const WRITTEN = JSON.parse(readFileSync(FILE, 'utf8')) as { readonly [what: string]: unknown };

describe('the decision on', () => {
  test.each(Object.entries(DECISIONS))('%s', (what, of) => {
    const decision = decided(of);
    expect(told(decision)).toEqual(WRITTEN[what]);
    expect(openParts(decision)).toEqual([]);
    // A store gives back what was decided: nothing in it is lost in JSON.
    expect(stored(decision)).toStrictEqual(decision);
  });

  test('nothing else is written down', () => {
    expect(Object.keys(WRITTEN)).toEqual(Object.keys(DECISIONS));
  });
});

describe('what was decided is decided again, by the command and the handbook that the event tells of:', () => {
  const accepted = Object.entries(DECISIONS).filter(([what]) => {
    const { events = [] } = WRITTEN[what] as { readonly events?: readonly unknown[] };
    return events.length > 0;
  });
  test.each(accepted)('%s', (_, of) => {
    const decision = decided(of);
    const event = eventOf(decision);
    const { handbook: givenHandbook = HANDBOOK } = of;
    const handbook = event.type === 'PointsRedeemed' ? handbookOf(event) : HANDBOOK;
    expect(decided({ ...of, givenHandbook, handbook, command: commandOf(event) })).toEqual(decision);
  });
});

test('a decider gives the events alone, and begins with no account', () => {
  const { decider } = createBank(renfa2022);
  expect(decider.initialState()).toBe(initialAccount);
  const { command } = DECISIONS['an opening'] as { readonly command: CommandFor<typeof renfa2022> };
  const [event, ...more] = decider.decide(command, decider.initialState());
  expect(more).toEqual([]);
  expect({ accepted: true, events: [told(event)], warnings: [] }).toEqual(WRITTEN['an opening']);
});
