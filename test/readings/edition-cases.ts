/* The open questions on what a community publishes: its handbook, the consents to it, and its programme. */

import { createBank, decideAll, type RuleSet } from '../../src/index.js';
import type { Renfa2022Readings } from '../../src/rule-sets.js';
import { HANDBOOK } from '../support/handbook.js';
import { credit, hardMatters, open, outcomeOf, type Ran, redeem } from '../support/history.js';
import { PROGRAMME } from '../support/programme.js';
import type { Case } from './cases.js';

type OfEditions = 'difficulty-of' | 'consent-lasts' | 'handbook-updated' | 'spirit';

/** What each visit was warned of, or why it was refused. */
function saidOfVisits({ steps }: Ran): unknown {
  return steps
    .filter(({ command }) => (command as { type: string }).type === 'RedeemPoints')
    .map(({ decision }) =>
      decision.accepted ? decision.warnings.map(({ code }) => code) : decision.refusal.code,
    );
}

/** What becomes of a hard matter of the programme that was easy for one person, hard for another, and not said of a third. */
function matterOfTheProgramme(_: Ran, ruleSet: RuleSet): unknown {
  const lines = ['base', 'hard', undefined].flatMap((difficulty, i) => {
    const accountId = `v${i}`;
    return [
      open('resident', '2023-01-10', { accountId }),
      credit('activity', '3.5义诊', '2023-03-05', { accountId, difficulty }),
    ];
  });
  const { decisions } = decideAll(createBank(ruleSet, { programme: PROGRAMME }), lines, new Map());
  return decisions.filter((_decision, i) => i % 2 === 1).map(outcomeOf);
}

const YEARS = { ...HANDBOOK, published: '2022-01-01' };

export const EDITION_CASES: { readonly [reading in OfEditions & keyof Renfa2022Readings]: readonly Case[] } =
  {
    'difficulty-of': [
      {
        commands: [],
        see: matterOfTheProgramme,
        answers: { 'for-all': ['programme-differs', 2, 2], 'by-person': [1, 2, 2] },
      },
    ],
    'consent-lasts': [
      {
        // The meeting consented to rice on 1 March 2022; nothing is said of a haircut.
        commands: [
          open('resident', '2022-01-10'),
          ...hardMatters(6, '2022-01-11'),
          redeem('in time', '2023-03-01', { rice: 1 }),
          redeem('late', '2023-07-01', { rice: 1, haircut: 1 }),
        ],
        handbook: { ...YEARS, published: '2023-01-01', filed: '2023-01-02' },
        see: saidOfVisits,
        answers: {
          'as-it-says': [[], []],
          'a-year': [[], ['consent-old']],
          'a-year-then-refused': [[], 'consent-ended'],
        },
      },
      {
        // A consent that names its end lasts as long as it says.
        commands: [
          open('resident', '2022-01-10'),
          ...hardMatters(6, '2022-01-11'),
          redeem('in time', '2023-12-31', { rice: 1 }),
          redeem('late', '2024-01-01', { rice: 1 }),
        ],
        handbook: {
          ...YEARS,
          published: '2023-06-01',
          filed: '2023-06-02',
          rewards: HANDBOOK.rewards.map((reward) =>
            reward.rewardId === 'rice' ? { ...reward, consentUntil: '2023-12-31' } : reward,
          ),
        },
        see: saidOfVisits,
        answers: {
          'as-it-says': [[], 'consent-ended'],
          'a-year': [[], 'consent-ended'],
          'a-year-then-refused': [[], 'consent-ended'],
        },
      },
    ],
    spirit: [
      {
        commands: [
          open('resident', '2022-01-10'),
          redeem('honour', '2022-02-01', { diploma: 1 }),
          redeem('with more', '2022-07-01', { haircut: 1, diploma: 1 }),
          redeem('paid', '2022-08-01', { haircut: 1 }),
        ],
        answers: {
          'in-handbook': [1, 0, -1, 'already-redeemed'],
          none: [1, 'honours-not-given', 'honours-not-given', -1],
        },
      },
    ],
    'handbook-updated': [
      {
        commands: [
          open('resident', '2022-01-10'),
          ...hardMatters(6, '2022-01-11'),
          redeem('half a year', '2022-07-01', { haircut: 1 }),
          redeem('a year', '2023-01-01', { haircut: 1 }),
          redeem('more', '2023-07-01', { haircut: 1 }),
        ],
        handbook: YEARS,
        see: saidOfVisits,
        answers: {
          yearly: [[], [], ['handbook-old']],
          'half-yearly': [[], ['handbook-old'], ['handbook-old']],
          'no-rule': [[], [], []],
        },
      },
    ],
  };
