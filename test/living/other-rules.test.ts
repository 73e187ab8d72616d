import { describe, expect, test } from 'vitest';
import type { Decision, RuleSet } from '../../src/index.js';
import { fold } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { under } from '../support/arbitraries.js';
import { entitling } from '../support/authority.js';
import { HANDBOOK } from '../support/handbook.js';
import {
  bankOf,
  claim,
  credit,
  eventOf,
  lastEvent,
  open,
  outcomeOf,
  refusalOf,
  reportIn,
  run,
  SUBDISTRICT,
} from '../support/history.js';
import { bar, close, reverse, verify } from './commands.js';

/* Accounts whose rules changed between two commands: what the old ones knew, the new ones may not. */

/** What a bank of other rules says to a command after a history. */
function decidedBy(
  ruleSet: RuleSet,
  history: readonly unknown[],
  rules: RuleSet,
  command: unknown,
): Decision {
  const { events } = run(history, { ruleSet: rules });
  expect(events).toHaveLength(history.length);
  return bankOf(ruleSet, HANDBOOK).decideUnknown(command, fold(events));
}

/** The first scheme's rules with other items for residents. */
function withoutItem(rules: RuleSet, gone: string): RuleSet {
  const resident = rules.roles.resident as RuleSet['roles'][string];
  const { [gone]: _, ...items } = resident.items;
  return { ...rules, roles: { ...rules.roles, resident: { ...resident, items } } };
}

const APART = under(['verification', 'apart']);
const { closing: _, ...WITHOUT_CLOSING } = {
  ...(renfa2022 as RuleSet),
  clauses: { ...renfa2022.clauses, accounts: '9' },
};

describe('rules that say nothing of closing', () => {
  const history = [open('resident'), close('moved', '2023-05-01')];

  test('leave a closed account closed, by their clause on accounts', () => {
    const late = reportIn('2024-01-05');
    expect(refusalOf(decidedBy(WITHOUT_CLOSING, history, renfa2022, late))).toMatchObject({
      code: 'account-closed',
      clause: '9',
      facts: { accountId: 'v1', closedOn: '2023-05-01', reason: 'moved' },
    });
  });

  test('let an account go on from one that was closed under others, and say why it cannot', () => {
    const closed = lastEvent(run(history), 'AccountClosed');
    const opened = (accountId: string) => open('resident', '2023-05-01', { accountId, continues: [closed] });
    const bank = bankOf(WITHOUT_CLOSING, undefined);
    expect(eventOf(bank.decideUnknown(opened('v2'), fold([]))).data).toMatchObject({
      continues: [{ accountId: 'v1', handedOn: closed.data.handedOn }],
    });
    expect(refusalOf(bank.decideUnknown(opened('v1'), fold([])))).toMatchObject({
      code: 'cannot-continue',
      clause: '9',
      facts: { because: 'same-account' },
    });
  });
});

test('where nobody bars accounts any more, nobody undoes a bar', () => {
  const barring: RuleSet = {
    ...renfa2022,
    ineligibility: { throwing: { clause: '5', title: { 'zh-CN': '高空抛物', en: 'throwing things' } } },
    authority: entitling({ BarAccount: ['subdistrict'] }),
  };
  const history = [open('resident'), bar('b1', 'throwing', '2023-03-01', undefined)];
  const undo = reverse('r1', { kind: 'bar', id: 'b1' }, '2023-03-02', { by: SUBDISTRICT });
  expect(refusalOf(decidedBy(renfa2022, history, barring, undo))).toMatchObject({
    code: 'not-theirs-to-reverse',
    facts: { kind: 'bar', id: 'b1', office: 'subdistrict', entitled: [] },
  });
  expect(outcomeOf(decidedBy(barring, history, barring, undo))).toBe(0);
});

describe('an item that the role has no longer', () => {
  const { clause, title } = renfa2022.roles.resident;
  const known = (gone: string): string[] =>
    Object.keys(renfa2022.roles.resident.items).filter((item) => item !== gone);

  test('has nothing verified under it', () => {
    const history = [open('resident'), credit('affairs', 'sweeping')];
    const command = verify({ kind: 'matter', id: 'sweeping' }, '2023-04-01');
    expect(refusalOf(decidedBy(withoutItem(APART, 'affairs'), history, APART, command))).toMatchObject({
      code: 'unknown-item',
      clause,
      facts: { item: 'affairs', role: 'resident', roleTitle: title, known: known('affairs') },
    });
  });

  test.each([
    ['a matter', 'affairs', credit('affairs', 'sweeping'), { kind: 'matter', id: 'sweeping' }],
    ['a claim', 'claim', claim('gate'), { kind: 'claim', id: 'gate' }],
  ] as const)('gives %s up and takes it back no more', (__, item, entry, reverses) => {
    const rules = withoutItem(renfa2022, item);
    const history = [open('resident'), entry];
    const undo = reverse('r1', reverses, '2023-04-01');
    expect(outcomeOf(decidedBy(rules, history, renfa2022, undo))).toBe(-1);
    const back = reverse('r2', { kind: 'reversal', id: 'r1' }, '2023-04-02');
    expect(refusalOf(decidedBy(rules, [...history, undo], renfa2022, back))).toMatchObject({
      code: 'unknown-item',
      clause,
      facts: { item, known: known(item) },
    });
    expect(outcomeOf(decidedBy(renfa2022, [...history, undo], renfa2022, back))).toBe(1);
  });
});

test('a catalogue that names a role which the rules do not have leaves it out of what it says', () => {
  const [kind, part] = Object.entries(renfa2022.catalogue)[0] as [string, RuleSet['catalogue'][string]];
  const [entry, of] = Object.entries(part.entries)[0] as [string, (typeof part.entries)[string]];
  const roles = ['passer-by', 'in-service-party-member'];
  const entries = { ...part.entries, [entry]: { ...of, roles } };
  const ruleSet = { ...renfa2022, catalogue: { ...renfa2022.catalogue, [kind]: { ...part, entries } } };
  const matter = credit('affairs', 'sweeping', '2023-03-01', { catalogue: entry });
  const { steps } = run([open('resident'), matter], { ruleSet });
  expect(refusalOf(steps.at(-1)?.decision)).toMatchObject({
    code: 'catalogue-for-others',
    facts: { catalogue: entry, roleTitles: [renfa2022.roles['in-service-party-member'].title] },
  });
});
