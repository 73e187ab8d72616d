import { describe, expect, test } from 'vitest';
import { redeemable } from '../../src/index.js';
import { statement } from '../../src/reports.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { explain, zhCNReports } from '../../src/words.js';
import { under } from '../support/arbitraries.js';
import { HANDBOOK } from '../support/handbook.js';
import {
  accountOf,
  correct,
  hardMatters,
  lastEvent,
  open,
  outcomes,
  type Rules,
  redeem,
  refusalOf,
  reverse,
  run,
} from '../support/history.js';
import { told } from '../support/words.js';

/** Opened in 2022 and with 21 points from the first day. */
const SAVED = [open('resident', '2022-01-10'), ...hardMatters(10, '2022-01-10')];
/** What becomes of visits by a resident with those savings. */
const visits = (...commands: unknown[]) => outcomes([...SAVED, ...commands]).slice(SAVED.length);

describe('4.2: points are redeemed once in a half-year, at one’s own community', () => {
  test('30 June and 1 July are two halves, 1 January and 30 June one', () => {
    const days = ['2023-01-01', '2023-06-30', '2023-07-01', '2023-12-31', '2024-01-01', '2024-02-29'];
    const once = 'already-redeemed';
    expect(visits(...days.map((on) => redeem(`visit of ${on}`, on, { haircut: 1 })))).toEqual([
      -1,
      once,
      -1,
      once,
      -1,
      once,
    ]);
  });

  test('a refused visit does not use up the half', () => {
    const three = [
      redeem('a', '2023-03-01', { piano: 1 }),
      redeem('b', '2023-03-01', { oil: 1 }),
      redeem('c', '2023-03-01', { haircut: 1 }),
    ];
    expect(visits(...three)).toEqual(['insufficient-points', 'consent-missing', -1]);
  });

  test('one visit takes several rewards, all or nothing', () => {
    const together = redeem('visit', '2023-03-01', { haircut: 2, repair: 1, rice: 1 });
    expect(visits(together)).toEqual([-7]);
    expect(visits(redeem('visit', '2023-03-01', { haircut: 20, repair: 1 }))).toEqual([
      'insufficient-points',
    ]);
    expect(visits(redeem('visit', '2023-03-01', { haircut: 1, oil: 1 }))).toEqual(['consent-missing']);
    expect(visits(redeem('visit', '2023-03-01', { haircut: 19, repair: 1 }))).toEqual([-21]);
  });

  test('at another community nothing is redeemed', () => {
    const { steps } = run([
      ...SAVED,
      redeem('visit', '2023-03-01', { haircut: 1 }, { communityId: 'beishan' }),
    ]);
    expect(refusalOf(steps.at(-1)?.decision)).toMatchObject({
      code: 'wrong-community',
      clause: '4.2',
      facts: { own: 'linan' },
    });
  });

  test('goods need the meeting’s consent, dated on or before the day; services do not', () => {
    expect(visits(redeem('visit', '2023-03-01', { oil: 1 }))).toEqual(['consent-missing']);
    expect(visits(redeem('visit', '2023-06-30', { umbrella: 1 }))).toEqual(['consent-missing']);
    expect(visits(redeem('visit', '2023-07-01', { umbrella: 1 }))).toEqual([-2]);
    const ran = run([...SAVED, redeem('visit', '2023-07-01', { umbrella: 1, haircut: 1 })]);
    expect(lastEvent(ran, 'PointsRedeemed').data.lines).toEqual([
      {
        rewardId: 'umbrella',
        title: { 'zh-CN': '雨伞', en: 'Umbrella' },
        kind: 'goods',
        quantity: 1,
        price: 2,
        points: 2,
        consent: '2023-07-01',
      },
      {
        rewardId: 'haircut',
        title: { 'zh-CN': '理发', en: 'Haircut' },
        kind: 'service',
        quantity: 1,
        price: 1,
        points: 1,
      },
    ]);
    const { steps } = run([...SAVED, redeem('visit', '2023-06-30', { umbrella: 1 })]);
    expect(refusalOf(steps.at(-1)?.decision)).toMatchObject({
      clause: '4.2',
      facts: { rewardId: 'umbrella', on: '2023-06-30', consent: '2023-07-01' },
    });
  });

  test('redeemed points leave the balance and go on counting in the assessment', () => {
    const account = accountOf(run([...SAVED, redeem('visit', '2023-03-01', { haircut: 5 })]));
    expect(account).toMatchObject({ earned: 21, redeemed: 5 });
    expect(redeemable(account)).toBe(16);
  });

  test('what is left carries over for years', () => {
    expect(visits(redeem('much later', '2031-12-31', { haircut: 21 }))).toEqual([-21]);
  });

  test('all of the balance can be redeemed, and not a point more', () => {
    expect(visits(redeem('visit', '2023-03-01', { haircut: 22 }))).toEqual(['insufficient-points']);
    expect(visits(redeem('visit', '2023-03-01', { haircut: 21 }))).toEqual([-21]);
  });

  test('rewards and prices are those of the handbook, whose version the event keeps', () => {
    expect(visits(redeem('visit', '2023-03-01', { diamonds: 1 }))).toEqual(['unknown-reward']);
    expect(visits(redeem('visit', '2021-12-31', { haircut: 1 }))).toEqual(['before-opening']);
    const dearer = {
      ...HANDBOOK,
      version: '2023-1',
      rewards: HANDBOOK.rewards.map((of) => ({ ...of, price: of.price + 1 })),
    };
    const ran = run([...SAVED, redeem('visit', '2023-03-01', { haircut: 1 })], { handbook: dearer });
    expect(lastEvent(ran, 'PointsRedeemed').data).toMatchObject({
      points: 2,
      period: '2023-H1',
      handbook: { version: '2023-1' },
    });
  });

  test('a handbook’s own stock and limits hold for all lines of a visit together', () => {
    const lines = [
      { rewardId: 'tea', quantity: 2 },
      { rewardId: 'tea', quantity: 1 },
    ];
    expect(visits(redeem('visit', '2023-03-01', {}, { lines }))).toEqual(['out-of-stock']);
    expect(visits(redeem('visit', '2023-03-01', { tea: 2 }))).toEqual([-2]);
    const checkups = ['2023-03-01', '2023-09-01', '2024-03-01'].map((on) => redeem(on, on, { checkup: 1 }));
    expect(visits(...checkups)).toEqual([-1, 'reward-limit-reached', -1]);
  });

  test('without a handbook, or before it is published, nothing is redeemed', () => {
    const visit = redeem('visit', '2023-03-01', { haircut: 1 });
    expect(outcomes([...SAVED, visit], { handbook: undefined }).at(-1)).toBe('no-handbook');
    const handbook = { ...HANDBOOK, published: '2023-03-02' };
    expect(outcomes([...SAVED, visit], { handbook }).at(-1)).toBe('handbook-not-published');
  });

  describe('an honour of the handbook', () => {
    const honoured = redeem('visit', '2023-03-01', { diploma: 1, haircut: 2 });

    test('costs nothing, and is given at a visit like every reward', () => {
      const ran = run([...SAVED, honoured]);
      const { data } = lastEvent(ran, 'PointsRedeemed');
      expect(data).toMatchObject({ points: 2, deducted: 2, readings: { spirit: 'in-handbook' } });
      expect(data.lines[0]).toEqual({
        rewardId: 'diploma',
        title: { 'zh-CN': '荣誉证书', en: 'Certificate of honour' },
        kind: 'honour',
        quantity: 1,
        price: 0,
        points: 0,
      });
      const said = told(lastEvent(ran, 'PointsRedeemed'), renfa2022);
      expect(said['zh-CN']).toContain('荣誉证书 × 1，荣誉，不需积分。');
      expect(said.en).toContain('Certificate of honour × 1, an honour at no price.');
      expect(visits(honoured, redeem('again', '2023-04-01', { diploma: 1 }))).toEqual([
        -2,
        'already-redeemed',
      ]);
    });

    test('needs no points', () => {
      const none = [open('resident'), correct('c1', -1, '2023-02-01')];
      expect(outcomes([...none, redeem('visit', '2023-03-01', { diploma: 1 })]).at(-1)).toBe(0);
    });

    test('has the stock and the limit that the handbook gives it', () => {
      const limited = (more: object) => ({
        handbook: {
          ...HANDBOOK,
          rewards: HANDBOOK.rewards.map((of) => (of.kind === 'honour' ? { ...of, ...more } : of)),
        },
      });
      const asked = (rules: Rules) =>
        outcomes([...SAVED, redeem('visit', '2023-03-01', { diploma: 2 })], rules).at(-1);
      expect(asked(limited({ stock: 1 }))).toBe('out-of-stock');
      expect(asked(limited({ limit: { quantity: 1, per: 'life' } }))).toBe('reward-limit-reached');
    });

    test('stands in the statement, and comes back like every reward', () => {
      const { events, outcomes: became } = run([
        ...SAVED,
        honoured,
        reverse('slip', 'redemption', 'visit', '2023-05-01', {
          lines: [{ rewardId: 'diploma', quantity: 1 }],
        }),
      ]);
      expect(became.at(-1)).toBe(0);
      const lines = statement(events, { from: '2023-01-01', to: '2023-12-31' })?.entries ?? [];
      expect(lines.map((line) => explain(line, zhCNReports, renfa2022))).toEqual([
        '积分兑换：荣誉证书、理发 × 2',
        '撤销登记：2023-03-01 兑换',
      ]);
      expect(lines.map(({ points }) => points)).toEqual([-2, 0]);
    });

    test('is refused under the reading without honours', () => {
      const { steps } = run([...SAVED, honoured], { ruleSet: under(['spirit', 'none']) });
      expect(refusalOf(steps.at(-1)?.decision)).toMatchObject({
        code: 'honours-not-given',
        clause: '4.2',
        facts: { rewardId: 'diploma' },
        readings: { spirit: 'none' },
      });
    });
  });
});
