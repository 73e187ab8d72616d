import { describe, expect, test } from 'vitest';
import { type BankEvent, readings } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { sensitivity, simulateHistories } from '../../src/simulation.js';
import { openParts, stored } from '../support/checks.js';
import { HANDBOOK } from '../support/handbook.js';
import {
  CENTRE,
  claim,
  correct,
  credit,
  hardMatters,
  open,
  redeem,
  reportIn,
  run,
} from '../support/history.js';
import { smallRun } from './runs.js';

/** The readings that affect the annual feedback of every account: its mark, its year and, for residents, its recipients. */
const ANY = ['feedback-cut-off', 'hundred-mark', 'mark-scale'];

function mattering(commands: readonly unknown[], rules = {}): string[] {
  const { events, steps } = run(commands, rules);
  expect(steps.every(({ decision }) => decision.accepted)).toBe(true);
  const { effects } = sensitivity([events], renfa2022);
  const found = effects.filter(({ matters }) => matters).map(({ reading }) => reading);
  return [...new Set(found)].filter((reading) => !ANY.includes(reading)).sort();
}

const member = open('community-party-member');
const employee = open('in-service-party-member');

describe('exactly the readings that matter are named', () => {
  test.each<[story: string, commands: readonly unknown[], readings: readonly string[]]>([
    ['an opening of a member', [member], []],
    ['an opening of a resident', [open('resident')], ['resident-feedback']],
    [
      'a yearly report-in, eleven months later',
      [member, reportIn('2024-01-05')],
      ['carry-over', 'form-each-year', 'registration-year'],
    ],
    ['a yearly report-in, a year later', [member, reportIn('2024-01-10')], ['carry-over', 'form-each-year']],
    [
      'a second claim of 2 in the year',
      [
        employee,
        claim('a', '2023-02-01', { difficulty: 'hard' }),
        claim('b', '2023-02-02', { difficulty: 'hard' }),
      ],
      ['claim-cap-overflow'],
    ],
    [
      'a fourth claim in the next year',
      [member, claim('a'), claim('b'), claim('c'), claim('d', '2024-02-01')],
      ['carry-over', 'claim-cap-overflow', 'claim-cap-window', 'no-report-in'],
    ],
    [
      'a fourth claim in the next half',
      [member, claim('a'), claim('b'), claim('c'), claim('d', '2023-08-01')],
      ['claim-cap-overflow', 'claim-cap-window'],
    ],
    ['three claims', [member, claim('a'), claim('b'), claim('c')], []],
    [
      'service in a post claimed by that day',
      [member, claim('a', '2023-02-01'), credit('activity', 'm', '2023-02-02', { postId: 'a' })],
      [],
    ],
    [
      'another matter in a post claimed later',
      [member, claim('a', '2023-02-02'), credit('other', 'm', '2023-02-01', { postId: 'a' })],
      ['late-entry'],
    ],
    [
      'an entry written up late',
      [member, credit('other', 'm', '2023-03-02'), credit('other', 'n', '2023-03-01')],
      ['late-entry'],
    ],
    [
      'a visit for goods',
      [member, ...hardMatters(1, '2023-03-01'), redeem('r', '2023-06-15', { rice: 1 })],
      ['consent-lasts', 'spendable-from'],
    ],
    [
      'a visit for two rewards',
      [member, ...hardMatters(1, '2023-03-01'), redeem('r', '2023-06-15', { haircut: 2 })],
      ['goods-consent', 'redemption-per-period', 'spendable-from'],
    ],
    [
      'visits in two halves, five months apart',
      [
        member,
        ...hardMatters(1, '2023-03-01'),
        redeem('r', '2023-06-15', { rice: 1 }),
        credit('other', 'm', '2023-08-01'),
        redeem('s', '2023-09-01', { tea: 1 }),
      ],
      ['consent-lasts', 'redemption-period', 'spendable-from'],
    ],
    [
      'a visit with points of the year before',
      [member, ...hardMatters(1, '2023-03-01'), redeem('r', '2024-06-15', { rice: 1 })],
      ['carry-over', 'consent-lasts'],
    ],
    [
      'a visit of a resident',
      [open('resident'), ...hardMatters(1, '2023-03-01'), redeem('r', '2023-06-15', { rice: 1 })],
      ['blue-deduction', 'consent-lasts', 'resident-feedback', 'spendable-from'],
    ],
    [
      'a correction of an earlier year',
      [
        member,
        credit('other', 'm', '2023-03-01'),
        correct('c', -1, '2024-04-01', { corrects: 'm', item: 'other' }),
      ],
      ['carry-over', 'correction-year'],
    ],
    [
      'an entry by the member',
      [member, credit('other', 'm', '2023-03-01', { by: { ...CENTRE, recorder: 'v1' } })],
      ['self-issue'],
    ],
    [
      'an entry approved by the person who entered it',
      [
        member,
        credit('other', 'm', '2023-03-01', { by: { ...CENTRE, recorder: 'clerk', approvedBy: 'clerk' } }),
      ],
      ['approval'],
    ],
    [
      'an entry by one person and approved by another',
      [
        member,
        credit('other', 'm', '2023-03-01', { by: { ...CENTRE, recorder: 'clerk', approvedBy: 'head' } }),
      ],
      [],
    ],
    ['a correction below 0', [member, correct('c', -2, '2023-04-01')], ['correction-floor']],
    [
      'entries before the text was issued',
      [open('community-party-member', '2022-01-10')],
      ['entry-into-force'],
    ],
  ])('%s', (_story, commands, expected) => {
    expect(mattering(commands)).toEqual(expected);
  });

  test('a handbook that was not filed in time', () => {
    const { filed: _, ...unfiled } = HANDBOOK;
    const story = [member, ...hardMatters(1, '2023-03-01'), redeem('r', '2023-06-15', { rice: 1 })];
    expect(mattering(story, { handbook: unfiled })).toEqual([
      'consent-lasts',
      'late-filing',
      'spendable-from',
    ]);
  });

  test('points past a hundred in a year', () => {
    const story = [member, ...hardMatters(50, '2023-03-01')];
    const { effects } = sensitivity([run(story).events], renfa2022);
    expect(effects.find(({ answer }) => answer === 'ceiling')).toMatchObject({
      accountsChanged: 1,
      mostPoints: 1,
    });
  });
});

describe('the effect of each answer', () => {
  const fourth = run([member, claim('a'), claim('b'), claim('c'), claim('d', '2024-02-01')]).events;
  const { effects, accounts } = sensitivity([fourth, run([open('resident')]).events], renfa2022);

  test('there is one effect for each answer that was not chosen, the most important first', () => {
    const other = readings(renfa2022).flatMap(({ id, answers, chosen }) =>
      Object.keys(answers)
        .filter((answer) => answer !== chosen)
        .map((answer) => `${id} ${answer}`),
    );
    expect(effects.map(({ reading, answer }) => `${reading} ${answer}`).sort()).toEqual(other.sort());
    expect(accounts).toBe(2);
    const weights = effects.map(({ mostPoints }) => mostPoints);
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
  });

  test('states the number of accounts and the most points, in both languages', () => {
    const yearly = effects.find(({ answer }) => answer === 'calendar-year');
    expect(yearly).toMatchObject({
      clause: '2.3.1.2',
      chosen: 'life',
      accountsChanged: 1,
      mostPoints: 1,
      totalPoints: 1,
      redemptionsLost: 0,
      matters: true,
    });
    expect(yearly?.text.en).toContain('it changes 1 account, by 1 point at most');
    expect(yearly?.text['zh-CN']).toContain('1 个账户变动，至多 1 分');
  });

  test('is frozen, and histories are left unchanged', () => {
    const history = stored(fourth) as BankEvent[];
    expect(openParts(sensitivity([history], renfa2022))).toEqual([]);
    expect(history.some(Object.isFrozen)).toBe(false);
  });
});

test('a simulated ledger shows what matters in it, one history at a time', () => {
  const pulled: number[] = [];
  function* histories(): Generator<readonly BankEvent[]> {
    for (const history of simulateHistories(smallRun())) {
      pulled.push(history.length);
      yield history;
    }
  }
  const { accounts, effects } = sensitivity(histories(), renfa2022);
  expect(accounts).toBe(pulled.length);
  expect(effects.filter(({ matters }) => matters).map(({ reading }) => reading)).toContain('late-entry');
});
