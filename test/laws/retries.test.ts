import { describe, expect, test } from 'vitest';
import { renfa2022 } from '../../src/rule-sets.js';
import { entitling } from '../support/authority.js';
import {
  CENTRE,
  claim,
  correct,
  credit,
  hardMatters,
  open,
  outcomes,
  redeem,
  reportIn,
  SUBDISTRICT,
} from '../support/history.js';

/** A command sent once, and the same key with other content: each field that it may say in its turn. */
const KEYED = {
  OpenAccount: {
    first: open('community-party-member', '2023-01-10'),
    others: {
      role: { role: 'in-service-party-member' },
      communityId: { communityId: 'beishan', by: { ...CENTRE, communityId: 'beishan' } },
      on: { on: '2023-01-11' },
      formComplete: { formComplete: false },
    },
    refused: 'account-already-open',
  },
  ClaimPost: {
    first: claim('gate', '2023-02-01', { catalogue: 'safety' }),
    others: {
      kind: { kind: 'project' },
      on: { on: '2023-02-02' },
      catalogue: { catalogue: 'red-station' },
      'no catalogue': { catalogue: undefined },
    },
    refused: 'duplicate-claim',
  },
  CreditActivity: {
    first: credit('affairs', 'sweeping', '2023-03-01', {
      note: '清扫楼道',
      catalogue: 'party-life',
      postId: 'held',
    }),
    others: {
      difficulty: { difficulty: 'hard' },
      on: { on: '2023-03-02' },
      note: { note: '清扫' },
      'no note': { note: undefined },
      catalogue: { catalogue: 'lectures' },
      'no catalogue': { catalogue: undefined },
      postId: { postId: 'gate' },
      'no postId': { postId: undefined },
      memberId: { memberId: 'her son' },
      approvedBy: { by: { ...CENTRE, recorder: 'a', approvedBy: 'b' } },
    },
    refused: 'duplicate-matter',
  },
  RedeemPoints: {
    first: redeem('visit', '2023-05-01', { haircut: 1, repair: 1 }),
    others: {
      on: { on: '2023-05-02' },
      'a quantity': {
        lines: [
          { rewardId: 'haircut', quantity: 2 },
          { rewardId: 'repair', quantity: 1 },
        ],
      },
      'a reward': {
        lines: [
          { rewardId: 'haircut', quantity: 1 },
          { rewardId: 'rice', quantity: 1 },
        ],
      },
      'a line less': { lines: [{ rewardId: 'haircut', quantity: 1 }] },
      'a line more': {
        lines: [
          { rewardId: 'haircut', quantity: 1 },
          { rewardId: 'repair', quantity: 1 },
          { rewardId: 'repair', quantity: 1 },
        ],
      },
    },
    refused: 'duplicate-redemption',
  },
  CorrectScore: {
    first: correct('slip', -1, '2023-04-01', { corrects: 'work 0', item: 'affairs' }),
    others: {
      points: { points: -2 },
      reason: { reason: '另有原因' },
      on: { on: '2023-04-02' },
      corrects: { corrects: 'work 1' },
      'no corrects': { corrects: undefined, item: undefined },
      item: { item: 'activity' },
    },
    refused: 'duplicate-correction',
  },
} as const;

const SETTING = [
  open('community-party-member', '2023-01-10'),
  claim('held', '2023-01-20'),
  ...hardMatters(5, '2023-01-15', 'work'),
];

describe.each(Object.entries(KEYED))('%s', (type, { first, others, refused }) => {
  const before = type === 'OpenAccount' ? [] : SETTING;

  test('sent again is accepted, and nothing more happens', () => {
    expect(outcomes([...before, first, first, first]).slice(before.length + 1)).toEqual([
      'retried',
      'retried',
    ]);
  });

  test.each(Object.entries(others))('sent again with another %s is refused', (_, other) => {
    const again = { ...first, data: { ...first.data, ...other } };
    expect(outcomes([...before, first, again]).at(-1)).toBe(refused);
  });
});

test('an opening sent again with a colour that is not its own is refused', () => {
  const again = open('community-party-member', '2023-01-10', { colour: 'blue' });
  expect(outcomes([open('community-party-member', '2023-01-10'), again])).toEqual([
    1,
    'account-already-open',
  ]);
});

test('an opening sent again with the colour that it has is the same opening', () => {
  const again = open('community-party-member', '2023-01-10', {
    colour: renfa2022.roles['community-party-member'].account.colour,
  });
  expect(outcomes([open('community-party-member', '2023-01-10'), again])).toEqual([1, 'retried']);
});

test('a report-in sent again is the same one, and on another day of the year it is one too many', () => {
  const first = reportIn('2024-02-01');
  expect(outcomes([open('resident'), first, first, reportIn('2024-02-02')])).toEqual([
    1,
    1,
    'retried',
    'already-reported-in',
  ]);
});

test('an item or a clause that the command may leave out does not make it another', () => {
  const named = correct('slip', -1, '2023-04-01', { corrects: 'm', item: 'activity' });
  const unnamed = correct('slip', -1, '2023-04-01', { corrects: 'm' });
  const matter = credit('activity', 'm', '2023-03-01');
  const cited = credit('activity', 'm', '2023-03-01', { clause: '2.3.3.3' });
  expect(outcomes([open('resident'), matter, cited, named, unnamed])).toEqual([
    1,
    1,
    'retried',
    -1,
    'retried',
  ]);
  expect(outcomes([open('resident'), cited, matter, unnamed, named])).toEqual([
    1,
    1,
    'retried',
    -1,
    'retried',
  ]);
});

test('a correction that a floor cut is known again by what was asked for', () => {
  const asked = correct('slip', -5, '2023-04-01');
  const rules = {
    ruleSet: { ...renfa2022, correction: { ...renfa2022.correction, floor: 'stop-at-zero' } },
  } as const;
  expect(outcomes([open('resident'), asked, asked, correct('slip', -1, '2023-04-01')], rules)).toEqual([
    1,
    -1,
    'retried',
    'duplicate-correction',
  ]);
});

test('the office that sent it is part of its content', () => {
  const rules = {
    ruleSet: {
      ...renfa2022,
      authority: entitling({ CorrectScore: ['subdistrict', 'community'] }),
    },
  } as const;
  const matter = credit('activity', 'm', '2023-03-01');
  const bySubdistrict = correct('slip', -1, '2023-04-01', { corrects: 'm', by: SUBDISTRICT });
  const byCentre = correct('slip', -1, '2023-04-01', { corrects: 'm', by: CENTRE });
  expect(outcomes([open('resident'), matter, bySubdistrict, byCentre], rules)).toEqual([
    1,
    1,
    -1,
    'duplicate-correction',
  ]);
});
