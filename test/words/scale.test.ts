import { describe, expect, test } from 'vitest';
import { defineRuleSet, deriveRuleSet } from '../../src/define.js';
import { deviations, type RefusalCode, type RefusalFacts, type RuleSet } from '../../src/index.js';
import type { Anomaly } from '../../src/reports.js';
import { loosened } from '../../src/rules/differences/bounds.js';
import { en, enReports, explain } from '../../src/words.js';
import { reason } from '../support/words.js';

const title = (words: string) => ({ en: words });

/** A scheme that counts halves. */
const HALVES: RuleSet = defineRuleSet({
  id: 'halves',
  version: '1',
  title: title('Halves'),
  points: { scale: 2 },
  difficulties: { plain: title('plain'), hard: title('hard') },
  roles: {
    member: {
      title: title('member'),
      items: {
        help: {
          title: title('Help'),
          scoring: { by: 'difficulty', points: { plain: 1, hard: 3 } },
          mostPerMatter: 7,
        },
        hours: {
          title: title('Hours'),
          scoring: {
            by: 'quantity',
            unit: 'hour',
            unitTitle: title('hours'),
            points: 1,
            each: 1,
            rounding: 'up',
            maximum: 8,
          },
        },
      },
      limits: {
        help: { title: title('most help'), items: ['help'], maximum: 21, per: 'year' },
        often: { title: title('how often'), items: ['hours'], counts: 'entries', maximum: 21, per: 'year' },
      },
    },
  },
  redemption: { overdraft: { clause: '1', points: 12 } },
  bounds: {
    looser: 'allowed',
    held: {
      most: { kind: 'points-per-entry', clause: '1', title: title('most'), maximum: 8 },
      help: { kind: 'limit', clause: '1', title: title('help'), limit: 'help' },
      often: { kind: 'limit', clause: '1', title: title('often'), limit: 'often' },
    },
  },
});

describe('points of a scheme that counts halves are shown as points:', () => {
  const LIMIT = {
    limit: 'help',
    clause: '1',
    title: title('most help'),
    counts: 'points',
    maximum: 21,
    per: 'year',
    window: '2024',
    used: 19,
    took: 0,
  } as const;
  const REFUSED: { readonly [C in RefusalCode]?: readonly [RefusalFacts[C], string] } = {
    'insufficient-points': [
      { price: 3, balance: -12, overdraft: 12 },
      '1.5 points needed; the balance is −6, and at most 6 may be owed.',
    ],
    'below-zero': [
      { figure: 'balance', before: -11, points: -3, overdraft: 12 },
      'The balance is −5.5; taking 1.5 points would leave it below −6.',
    ],
    'matter-used-up': [
      { item: 'help', title: title('Help'), matterId: 'm1', held: 7, maximum: 7 },
      "Matter 'm1' has 3.5 points under 'Help' already, and its entries score at most 3.5 together.",
    ],
    'limit-reached': [
      { item: 'help', title: title('Help'), scored: 3, limit: { ...LIMIT, resetsOn: '2025-01-01' } },
      "'Help' would score 1.5 points, but there is no room: 'most help' allows 10.5 points over 2024, of which 9.5 had been used. This limit resets on 2025-01-01.",
    ],
    'redemption-limit-reached': [
      {
        limit: 'l',
        title: title('a year'),
        counts: 'redeemed',
        asked: 3,
        used: 9,
        maximum: 11,
        window: '2024',
      },
      "'a year' allows 5.5 points redeemed over 2024, of which 4.5 had been used; 1.5 more would exceed it.",
    ],
    'transfer-limit-reached': [
      {
        limit: 'l',
        title: title('a year'),
        counts: 'sent',
        asked: 3,
        used: 9,
        maximum: 11,
        window: '2024',
      },
      "'a year' allows 5.5 points sent over 2024, of which 4.5 had been used; 1.5 more would exceed it.",
    ],
    'condition-not-met': [
      {
        condition: 'c',
        title: title('enough'),
        counts: 'redeemed',
        measured: 1,
        minimum: 4,
        missing: 3,
        on: '2024-02-01',
        window: 'life',
      },
      "Redeeming needs 'enough': 2 points redeemed over the account's whole life by 2024-02-01; the account has 0.5, so 1.5 are missing.",
    ],
  };

  test.each(Object.entries(REFUSED))('%s', (code, [facts, english]) => {
    expect(reason(code as RefusalCode, facts as never, HALVES).en).toBe(english);
  });

  test('what a limit on entries took', () => {
    const limit = { ...LIMIT, counts: 'entries', maximum: 2, used: 2, took: 3 } as const;
    const facts = { item: 'help', title: title('Help'), scored: 3, limit };
    expect(reason('limit-reached', facts, HALVES).en).toContain('allows 2 entries over 2024, of which 2 had');
  });

  test('a refusal inside a finding of an audit', () => {
    const refusal = {
      code: 'insufficient-points',
      clause: '1',
      facts: { price: 3, balance: 1 },
      readings: {},
    } as const;
    const finding = { at: 0, event: 'PointsRedeemed', fault: 'refused', refusal } as never;
    expect(explain(finding, { ...en, ...enReports }, HALVES)).toContain(
      '1.5 points needed; the balance is 0.5.',
    );
  });

  test('what a limit counts, and how many times, in the differences from a base', () => {
    const { member } = HALVES.roles;
    if (member === undefined) throw new Error('no role');
    const ours = deriveRuleSet(HALVES, {
      roles: {
        member: {
          items: {
            help: { mostPerMatter: 9, scoring: { points: { hard: 5 } } },
            hours: { scoring: { maximum: 6 } },
          },
          limits: { help: { maximum: 11 }, often: { maximum: 11 } },
        },
      },
      redemption: { overdraft: { points: 10 } },
    });
    const said = deviations(HALVES, ours).map((one) => explain(one, enReports, ours));
    expect(said.map((one) => /: (.* becomes .*) \(/.exec(one)?.[1] ?? one)).toMatchInlineSnapshot(`
      [
        "1.5 becomes 2.5",
        "3.5 becomes 4.5",
        "8 becomes 6",
        "10.5 becomes 5.5",
        "21 becomes 11",
        "points: 6 becomes points: 5",
      ]
    `);
    // An author may call a limit `points`.
    const called = {
      clause: '1',
      path: 'roles.member.limits.points.maximum',
      kind: 'stricter',
      was: 21,
      is: 11,
    } as const;
    const entries = { ...member.limits.often, title: title('entries') } as (typeof member.limits)[string];
    const named: RuleSet = { ...ours, roles: { member: { ...member, limits: { points: entries } } } };
    expect(explain(called, enReports, named)).toContain('21 becomes 11');
    const scaleTold = { clause: '1', path: 'points.scale', kind: 'other', was: 2, is: 4 } as const;
    expect(explain(scaleTold, enReports, ours)).toContain('2 becomes 4');
  });

  test('by how much a bound is exceeded', () => {
    const looser: RuleSet = {
      ...HALVES,
      roles: {
        member: {
          ...(HALVES.roles.member as RuleSet['roles'][string]),
          limits: {},
          opening: { ...(HALVES.roles.member as RuleSet['roles'][string]).opening, points: 9 },
        },
      },
    };
    const said = loosened(HALVES, looser).map((place) => explain(place, enReports, looser));
    expect(said.map((one) => one.replace(/^.*: /, ''))).toMatchInlineSnapshot(`
      [
        "up to 4.5 points.",
        "it has to stay within 10.5 over the same time or longer.",
        "it has to stay within 21 over the same time or longer.",
      ]
    `);
  });

  test('findings: points, and not entries', () => {
    const found = (measure: string): Anomaly =>
      ({
        kind: 'outlying-issuer',
        clause: '1',
        communityId: 'c1',
        measure,
        value: 3,
        median: 1,
        spread: 1,
        spreadBy: 'median-distance',
        score: 4,
        direction: 'above',
        threshold: 3.5,
        peers: 5,
        entries: 10,
        points: 30,
        accounts: 10,
      }) as Anomaly;
    expect(explain(found('points-per-entry'), enReports, HALVES)).toContain(
      'issues 1.5 points an entry (15 points, 10 entries, 10 accounts), beside 5 other communities; the median is 0.5',
    );
    expect(explain(found('entries-per-account'), enReports, HALVES)).toContain(
      'issues 3 entries an account (15',
    );
  });
});
