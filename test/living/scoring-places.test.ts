import { describe, expect, test } from 'vitest';
import type { RuleSet } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import type { ItemRule } from '../../src/rules/rule-set.js';
import { entitling } from '../support/authority.js';
import { credit, eventOf, lastEvent, open, refusalOf, run, SUBDISTRICT } from '../support/history.js';
import { receive, reverse, send } from './commands.js';

/*
 * What an entry scores where several parts of the rules have a say in it, and which readings it names for each of them.
 */

const { resident } = renfa2022.roles;
const { activity, affairs, registration } = resident.items;
const SAID = { clause: '9', title: { 'zh-CN': '其他要求', en: 'further rule' } };
const HARD = { difficulty: 'hard' };
const OPENED = open('resident');

type Items = Readonly<Record<string, ItemRule>>;

/** The first scheme for residents alone, with other items and other parts. */
function scheme(
  items: Items,
  more: Partial<RuleSet> = {},
  limits: RuleSet['roles'][string]['limits'] = {},
): RuleSet {
  const role = { ...resident, items: { registration, ...items }, limits };
  return { ...renfa2022, readings: {}, roles: { resident: role }, ...more };
}

/** A reading whose other answer changes these parts. */
function asking(question: string, patch: object): RuleSet['readings'] {
  const title = SAID.title;
  return {
    [question]: {
      clause: '9',
      question: title,
      default: 'yes',
      chosen: 'yes',
      answers: { yes: { title, patch: {} }, no: { title, patch } },
    },
  } as unknown as RuleSet['readings'];
}

/** The data of the last event, or the refusal. */
function lastOf(commands: readonly unknown[], ruleSet: RuleSet) {
  const { decision } = run(commands, { ruleSet }).steps.at(-1) ?? {};
  if (decision?.accepted !== false) return eventOf(decision).data;
  const { code, facts, readings } = refusalOf(decision);
  return { code, ...facts, readings };
}

const hours = (quantity: number, matterId: string, on = '2023-03-01', item = 'hours') =>
  credit(item, matterId, on, { quantity, difficulty: undefined });
const byHours = (scoring: object): ItemRule =>
  ({ ...SAID, entry: 'activity', scoring }) as unknown as ItemRule;

describe('under a floor', () => {
  const lost = byHours({ by: 'fixed', points: -3 });
  const loses = credit('lost', 'a breach', '2023-03-02', { difficulty: undefined });

  test('an entry of no points is no step further down, whatever is owed already', () => {
    const matter = credit('activity', 'sweeping', '2023-03-01');
    const free = scheme(
      {
        activity: { ...activity, scoring: { by: 'difficulty', points: { base: 0, hard: 2 } } } as ItemRule,
        lost,
      },
      { correction: { ...renfa2022.correction, floor: 'refuse-balance' } },
    );
    const gone = reverse('r1', { kind: 'matter', id: 'sweeping' }, '2023-03-06', { by: SUBDISTRICT });
    expect(lastOf([OPENED, matter, loses, gone], free)).toMatchObject({ entryIs: 'out', balance: 0 });
  });

  test('what an account may owe is of its balance, and not of its assessment', () => {
    const overdraft = { ...SAID, points: 5 };
    const of = (floor: 'refuse-assessment' | 'refuse-balance') =>
      scheme({ lost }, {
        entries: { ...renfa2022.entries, floor },
        redemption: { ...renfa2022.redemption, overdraft },
      } as Partial<RuleSet>);
    expect(lastOf([OPENED, loses], of('refuse-balance'))).toMatchObject({ points: -3 });
    expect(lastOf([OPENED, loses], of('refuse-assessment'))).toMatchObject({
      code: 'below-zero',
      figure: 'assessment',
      before: 1,
      points: -3,
    });
    const beyond = [
      OPENED,
      loses,
      credit('lost', 'another', '2023-03-03', { difficulty: undefined }),
      credit('lost', 'a third', '2023-03-04', { difficulty: undefined }),
    ];
    expect(lastOf(beyond, of('refuse-balance'))).toMatchObject({
      code: 'below-zero',
      figure: 'balance',
      overdraft: 5,
    });
  });

  test('a balance of points that were received is no assessment to lose', () => {
    const ruleSet = scheme({ activity, lost }, {
      entries: { ...renfa2022.entries, floor: 'refuse-assessment' },
      transfer: SAID,
      authority: entitling({
        TransferPoints: ['community'],
        ReceivePoints: ['community'],
      }),
    } as unknown as Partial<RuleSet>);
    const sender = [
      open('resident', '2023-01-10', { accountId: 'v2' }),
      ...['a', 'b'].map((matterId) =>
        credit('activity', matterId, '2023-02-01', { ...HARD, accountId: 'v2' }),
      ),
    ];
    const history = [OPENED, ...sender, send('t1', 'v1', 4, '2023-03-01', { accountId: 'v2' })];
    const received = receive(lastEvent(run(history, { ruleSet }), 'PointsSent'), 'v1', '2023-03-01');
    expect(lastOf([...history, received, loses], ruleSet)).toMatchObject({
      code: 'below-zero',
      figure: 'assessment',
      before: 1,
      points: -3,
    });
  });

  test('a refusal names the readings of the floor, and of what may be owed', () => {
    const patch = { entries: { floor: 'none' }, redemption: { overdraft: { ...SAID, points: 9 } } };
    const ruleSet = scheme(
      { lost },
      {
        entries: { ...renfa2022.entries, floor: 'refuse-balance' },
        readings: asking('owing', { redemption: patch.redemption }),
      },
    );
    expect(lastOf([OPENED, loses], ruleSet)).toMatchObject({
      code: 'below-zero',
      readings: { owing: 'yes' },
    });
    const floor = { ...ruleSet, readings: asking('floor', { entries: patch.entries }) };
    expect(lastOf([OPENED, loses], floor)).toMatchObject({ code: 'below-zero', readings: { floor: 'yes' } });
  });
});

describe('a limit', () => {
  test('on the balance refuses what does not fit, and nothing that does', () => {
    const limits = {
      held: { ...SAID, counts: 'balance', maximum: 3, per: 'life', beyond: 'refuse' },
    } as const;
    const ruleSet = scheme({ activity }, {}, limits);
    const fits = [OPENED, credit('activity', 'a', '2023-03-01', HARD)];
    expect(lastOf(fits, ruleSet)).toMatchObject({ points: 2 });
    expect(lastOf([...fits, credit('activity', 'b', '2023-03-02')], ruleSet)).toMatchObject({
      code: 'limit-reached',
      limit: { counts: 'balance', used: 3, took: 1 },
    });
  });

  test('on a quantity leaves nothing where there is no room, though a band gives points for nothing', () => {
    const limits = {
      time: {
        ...SAID,
        counts: 'quantity',
        unit: 'hour',
        items: ['hours'],
        maximum: 5,
        per: 'month',
        beyond: 'trim',
      },
    } as const;
    const ruleSet = scheme(
      { hours: byHours({ by: 'bands', unit: 'hour', bands: [{ from: 0, points: 2 }] }) },
      {},
      limits,
    );
    expect(lastOf([OPENED, hours(5, 'a')], ruleSet)).toMatchObject({ points: 2 });
    expect(lastOf([OPENED, hours(4, 'a'), hours(3, 'b')], ruleSet)).toMatchObject({ points: 2, scored: 2 });
    expect(lastOf([OPENED, hours(5, 'a'), hours(1, 'b')], ruleSet)).toMatchObject({ points: 0, scored: 2 });
  });
});

describe('a matter under several items, of which the highest counts', () => {
  const highest = { entries: { ...renfa2022.entries, matters: 'highest' as const } };
  const shared = { ...activity, needsClaim: undefined } as unknown as ItemRule;
  const lost = byHours({ by: 'fixed', points: -3 });
  const items = { activity: { ...shared, mostPerMatter: 3 } as ItemRule, affairs, lost };

  test('says nothing of others where there are none, and nothing of a deduction', () => {
    const ruleSet = scheme(items, highest);
    const alone = lastEvent(run([OPENED, credit('affairs', 'talk')], { ruleSet }), 'ActivityCredited').data;
    expect(alone).not.toHaveProperty('matter');
    const breach = credit('lost', 'talk', '2023-03-01', { difficulty: undefined });
    const both = lastEvent(
      run([OPENED, credit('affairs', 'talk'), breach], { ruleSet }),
      'ActivityCredited',
    ).data;
    expect(both).toMatchObject({ item: 'lost', points: -3 });
    expect(both).not.toHaveProperty('matter');
    const free = { ...affairs, scoring: { by: 'difficulty', points: { base: 0, hard: 2 } } } as ItemRule;
    const none = [OPENED, credit('activity', 'talk'), credit('affairs', 'talk')];
    const ofNothing = lastEvent(
      run(none, { ruleSet: scheme({ ...items, affairs: free }, highest) }),
      'ActivityCredited',
    );
    expect(ofNothing.data).toMatchObject({ item: 'affairs', points: 0 });
    expect(ofNothing.data).not.toHaveProperty('matter');
  });

  const three = { by: 'difficulty', points: { base: 1, hard: 2, hardest: 3 } } as const;
  /** Served in a post for so much, counted under another item for so much, then attended for so much. */
  const bothWays = (served: string, other: string, attended: string) =>
    lastOf(
      [
        OPENED,
        credit('activity', 'talk', '2023-03-01', { difficulty: served, postId: 'gate' }),
        credit('affairs', 'talk', '2023-03-01', { difficulty: other }),
        credit('activity', 'talk', '2023-03-01', { difficulty: attended }),
      ],
      scheme(
        {
          activity: {
            ...shared,
            scoring: three,
            mostPerMatter: 3,
            needsClaim: undefined,
          } as unknown as ItemRule,
          affairs: { ...affairs, scoring: three } as ItemRule,
        },
        { ...highest, difficulties: { ...renfa2022.difficulties, hardest: SAID.title } } as Partial<RuleSet>,
      ),
    );

  test('leaves the lesser of what its two ways of taking part and its other items leave', () => {
    // Served for 1, so the other item for 2 adds 1: 2 are left of the two ways, and 3 − 1 of the other item.
    const together = { clause: shared.clause, maximum: 3, held: 1, took: 1 };
    expect(bothWays('base', 'hard', 'hardest')).toMatchObject({ points: 2, matter: together });
    expect(bothWays('base', 'hard', 'hardest')).not.toHaveProperty('matter.highest');
    // Served for 2, the other item for 3 adds 1: 1 is left of the two ways, and 3 − 1 of the other item.
    expect(bothWays('hard', 'hardest', 'hardest')).toMatchObject({
      points: 1,
      matter: { maximum: 3, held: 2 },
    });
  });

  test('is held to the most of its two ways only where they are held together', () => {
    const apart = { ...shared, serviceAndAttendance: 'two-matters', mostPerMatter: 2 } as unknown as ItemRule;
    const twice = [
      OPENED,
      credit('activity', 'talk', '2023-03-01', { ...HARD, postId: 'gate' }),
      credit('activity', 'talk', '2023-03-01', HARD),
    ];
    expect(lastOf(twice, scheme({ activity: apart }))).toMatchObject({ points: 2 });
    expect(lastOf(twice, scheme({ activity: shared }))).toMatchObject({ code: 'matter-used-up' });
  });
});

describe('an entry names the readings', () => {
  test('of a factor of its day, and of no other day', () => {
    const factors = { double: { ...SAID, times: 2, from: '2023-03-01', until: '2023-03-31' } };
    const readings = asking('double-days', {
      roles: { resident: { items: { affairs: { factors: { double: { times: 3 } } } } } },
    });
    const ruleSet = scheme({ affairs: { ...affairs, factors } as ItemRule }, { readings });
    expect(lastOf([OPENED, credit('affairs', 'talk', '2023-03-01', HARD)], ruleSet)).toMatchObject({
      points: 4,
      factor: { factor: 'double', times: 2, scored: 2 },
      readings: { 'double-days': 'yes' },
    });
    expect(lastOf([OPENED, credit('affairs', 'talk', '2023-04-01', HARD)], ruleSet)).toMatchObject({
      points: 2,
      readings: {},
    });
  });

  test('of the two ways of taking part, where a matter has both', () => {
    const readings = asking('both-ways', {
      roles: { resident: { items: { activity: { serviceAndAttendance: 'two-matters' } } } },
    });
    const ruleSet = scheme(
      { activity: { ...activity, needsClaim: undefined } as unknown as ItemRule },
      { readings },
    );
    const served = credit('activity', 'talk', '2023-03-01', { postId: 'gate' });
    expect(lastOf([OPENED, served], ruleSet)).toMatchObject({ readings: {} });
    expect(lastOf([OPENED, served, credit('activity', 'talk')], ruleSet)).toMatchObject({
      points: 1,
      matter: { held: 1, maximum: 2 },
      readings: { 'both-ways': 'yes' },
    });
  });

  test('of what takes all that is held: of how it scores, and of what lapses', () => {
    const all = byHours({ by: 'balance' });
    const loses = credit('all', 'a breach', '2023-03-02', { difficulty: undefined });
    const scoring = asking('how-much', {
      roles: { resident: { items: { all: { scoring: { by: 'fixed', points: -1 } } } } },
    });
    expect(lastOf([OPENED, loses], scheme({ all }, { readings: scoring }))).toMatchObject({
      points: -1,
      readings: { 'how-much': 'yes' },
    });
    const lapsing = asking('lapsing', {
      redemption: { carryOver: { lapse: { window: 'year', periods: 1 } } },
    });
    expect(lastOf([OPENED, loses], scheme({ all }, { readings: lapsing }))).toMatchObject({
      points: -1,
      readings: { lapsing: 'yes' },
    });
  });
});

test('who fell below a mark of hours is told since when, and how many are missing', () => {
  const lowers = byHours({ by: 'quantity', unit: 'hour', each: 1, points: -1, lowers: true });
  const ruleSet = scheme(
    { hours: byHours({ by: 'quantity', unit: 'hour', each: 1, points: 1 }), missed: lowers },
    {
      ineligibility: {
        fallen: {
          ...SAID,
          bars: ['earning'],
          below: { counts: 'quantity', unit: 'hour', items: ['hours', 'missed'], minimum: 3 },
        },
      },
    },
  );
  const history = [OPENED, hours(4, 'a'), hours(1.5, 'b', '2023-03-05', 'missed')];
  expect(lastOf([OPENED, hours(4, 'a'), hours(1, 'c', '2023-03-07')], ruleSet)).toMatchObject({ points: 1 });
  expect(lastOf([...history, hours(1, 'c', '2023-03-07')], ruleSet)).toMatchObject({
    code: 'barred',
    ground: 'fallen',
    from: '2023-03-05',
    missing: 0.5,
  });
});
