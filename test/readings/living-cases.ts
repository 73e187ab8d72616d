/* The open questions of a ledger that lives, and those that the text leaves beside its own sentences. */

import { redeemable } from '../../src/index.js';
import type { Renfa2022Readings } from '../../src/rule-sets.js';
import { close, reverse, verify } from '../living/commands.js';
import {
  accountOf,
  claim,
  correct,
  credit,
  hardMatters,
  open,
  redeem,
  reportIn,
  SUBDISTRICT,
} from '../support/history.js';
import type { Case } from './cases.js';

type Living =
  | 'redemption-day'
  | 'who-reverses'
  | 'change-of-role'
  | 'two-communities'
  | 'verification'
  | 'one-matter-one-item'
  | 'correction-bound'
  | 'spendable-from'
  | 'continuing-post'
  | 'form-each-year'
  | 'no-report-in'
  | 'organisation-life'
  | 'proxy';

const serving = (on: string): unknown => credit('activity', `watch of ${on}`, on, { postId: 'gate' });
const ONCE = 'once-per-period';

export const LIVING_CASES: { readonly [reading in Living & keyof Renfa2022Readings]: readonly Case[] } = {
  'redemption-day': [
    {
      commands: [
        open('resident', '2023-01-05'),
        ...hardMatters(1, '2023-02-10'),
        redeem('early', '2023-01-11', { rice: 1 }),
      ],
      answers: { 'held-on-its-day': [1, 2, 'insufficient-points'], 'order-of-entry': [1, 2, -3] },
    },
  ],
  'who-reverses': [
    {
      commands: [
        open('resident', '2023-01-05'),
        credit('activity', 'a', '2023-02-10'),
        credit('activity', 'b', '2023-02-10'),
        credit('activity', 'c', '2023-02-10'),
        reverse('r1', { kind: 'matter', id: 'a' }, '2023-11-30'),
        reverse('r2', { kind: 'matter', id: 'b' }, '2023-12-01'),
        reverse('r3', { kind: 'matter', id: 'c' }, '2023-12-01', { by: SUBDISTRICT }),
      ],
      answers: {
        'community-until-due': [1, 1, 1, 1, -1, 'too-late-to-reverse', -1],
        community: [1, 1, 1, 1, -1, -1, -1],
        supervisor: [1, 1, 1, 1, 'office-not-entitled', 'office-not-entitled', -1],
      },
    },
  ],
  'change-of-role': [
    {
      commands: [
        open('resident', '2023-01-05'),
        ...hardMatters(2, '2023-02-10'),
        close('moved', '2023-03-01'),
      ],
      see: ({ events }) => {
        const closed = events.at(-1);
        return closed?.type === 'AccountClosed'
          ? [closed.data.forfeited, closed.data.handedOn?.items.length]
          : 'open';
      },
      answers: { continued: [0, 2], anew: [5, undefined] },
    },
  ],
  'two-communities': [
    {
      commands: [
        open('resident', '2023-01-05', {
          otherAccounts: [{ accountId: 'b7', communityId: 'beishan' }],
        }),
        open('resident', '2023-01-06', { accountId: 'v2' }),
      ],
      answers: { allowed: [1, 1], refused: ['another-account-open', 1] },
    },
  ],
  verification: [
    {
      commands: [
        open('resident', '2023-01-05'),
        credit('activity', 'a', '2023-02-10', { difficulty: 'hard' }),
        credit('activity', 'b', '2023-02-11', { difficulty: 'hard' }),
        verify({ kind: 'matter', id: 'a' }, '2023-02-12'),
      ],
      see: (ran) => [redeemable(accountOf(ran)), ran.outcomes.at(-1)],
      answers: { 'with-entry': [5, 'office-not-entitled'], apart: [3, 2] },
    },
  ],
  'one-matter-one-item': [
    {
      commands: [open('resident'), credit('activity', 'clean-up'), credit('affairs', 'clean-up')],
      answers: { 'one-item': [1, 1, 'matter-under-another-item'], 'each-item': [1, 1, 1] },
    },
  ],
  'correction-bound': [
    {
      commands: [
        open('resident'),
        credit('activity', 'a', '2023-03-01', { difficulty: 'hard' }),
        correct('less', -3, '2023-04-01', { corrects: 'a' }),
        correct('more', 1, '2023-04-02', { corrects: 'a' }),
      ],
      see: ({ steps, outcomes }) => [
        ...outcomes.slice(2),
        ...steps.flatMap(({ decision }) =>
          decision.accepted ? decision.warnings.map(({ code }) => code) : [],
        ),
      ],
      answers: {
        matter: ['more-than-matter-holds', 1, 'correction-above-item'],
        'item-maximum': ['more-than-matter-holds', 'above-item-maximum'],
        none: [-3, 1],
      },
    },
  ],
  'spendable-from': [
    {
      commands: [
        open('resident', '2023-01-10'),
        ...hardMatters(2, '2023-03-01'),
        redeem('first', '2023-06-30', { haircut: 1 }),
        ...hardMatters(1, '2023-08-01'),
        redeem('second', '2023-08-02', { haircut: 6 }),
        redeem('third', '2023-08-02', { haircut: 5 }),
      ],
      answers: {
        'this-half': [1, 2, 2, -1, 2, -6, 'already-redeemed'],
        'next-half': [1, 2, 2, 'insufficient-points', 2, 'insufficient-points', -5],
      },
    },
  ],
  'continuing-post': [
    {
      commands: [
        open('resident', '2023-01-10'),
        claim('gate', '2023-01-10'),
        serving('2023-02-01'),
        serving('2023-02-28'),
        serving('2023-03-01'),
        serving('2023-07-01'),
        credit('activity', 'fair', '2023-02-20'),
      ],
      answers: {
        'each-occasion': [1, 1, 1, 1, 1, 1, 1],
        monthly: [1, 1, 1, ONCE, 1, 1, 1],
        'half-yearly': [1, 1, 1, ONCE, ONCE, 1, 1],
      },
    },
  ],
  'form-each-year': [
    {
      commands: [open('resident'), reportIn('2024-01-05'), reportIn('2024-01-06', { formComplete: true })],
      answers: {
        'opening-alone': [1, 1, 'already-reported-in'],
        'each-year': [1, 'form-incomplete', 1],
      },
    },
  ],
  'no-report-in': [
    {
      commands: [
        open('resident', '2023-01-10'),
        credit('activity', 'a', '2023-05-01'),
        credit('activity', 'b', '2024-02-01'),
        claim('gate', '2024-02-01'),
        reportIn('2024-03-01'),
        credit('activity', 'b', '2024-02-01'),
      ],
      answers: {
        'goes-on': [1, 1, 1, 1, 1, 'retried'],
        'nothing-credited': [1, 1, 'no-report-in', 'no-report-in', 1, 1],
      },
    },
  ],
  'organisation-life': [
    {
      commands: [open('resident'), credit('activity', 'meeting', '2023-03-01', { catalogue: 'party-life' })],
      answers: { 'any-role': [1, 1], 'in-service-only': [1, 'catalogue-for-others'] },
    },
    {
      commands: [
        open('in-service-party-member'),
        credit('activity', 'meeting', '2023-03-01', { catalogue: 'party-life' }),
      ],
      answers: { 'any-role': [1, 1], 'in-service-only': [1, 1] },
    },
  ],
  proxy: [
    {
      commands: [open('resident'), redeem('visit', '2023-03-01', { haircut: 1 }, { collectedBy: 'her son' })],
      answers: { refused: [1, 'proxy-not-allowed'], allowed: [1, -1] },
    },
  ],
};
