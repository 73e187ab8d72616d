import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Anomaly } from '../../src/reports/anomalies/anomaly.js';
import type { AnomalyOptions } from '../../src/reports/anomalies/anomaly-options.js';
import { findAnomalies } from '../../src/reports/anomalies/find-anomalies.js';
import { recognition } from '../../src/reports/volunteer/recognition.js';
import { renfa2022 } from '../../src/rule-sets/renfa-2022-31/rules.js';
import type { RuleSet } from '../../src/rules/rule-set.js';
import { addDays } from '../../src/values/calendar.js';
import { reported } from '../support/words.js';
import { Centre, historiesInOrder, LIVING, READ, recordedOn, someDay } from './history.js';

/** The findings of one kind. */
function found<K extends Anomaly['kind']>(
  { events }: Centre,
  kind: K,
  options: AnomalyOptions = {},
): Extract<Anomaly, { kind: K }>[] {
  return findAnomalies(events, options).filter(
    (one): one is Extract<Anomaly, { kind: K }> => one.kind === kind,
  );
}

function open(centre: Centre, accountId: string, memberId: string, on: string, communityId = 'linan'): void {
  const opening = { role: 'resident', communityId, formComplete: true, on, memberId };
  centre.enter('OpenAccount', accountId, opening, communityId);
}

describe('the same member twice', () => {
  test('is found over accounts and communities, by member or by account', () => {
    const centre = new Centre();
    open(centre, 'v', 'li', '2023-01-05');
    open(centre, 'w', 'li', '2023-02-05', 'linbei');
    centre.open('li', '2023-03-05');
    open(centre, 'x', 'wang', '2023-03-05');
    const [first, ...others] = found(centre, 'same-member');
    expect(others).toEqual([]);
    const roleTitle = { 'zh-CN': '居民志愿者', en: 'resident volunteer' };
    const of = (accountId: string, communityId: string, openedOn: string) => ({
      ...{ accountId, communityId, role: 'resident', roleTitle, openedOn },
    });
    expect(first).toEqual({
      kind: 'same-member',
      clause: '3',
      memberId: 'li',
      accounts: [
        of('li', 'linan', '2023-03-05'),
        of('v', 'linan', '2023-01-05'),
        of('w', 'linbei', '2023-02-05'),
      ],
    });
    expect(found(centre, 'same-member', { to: '2023-01-31' })).toEqual([]);
    expect(first && reported(first)).toEqual({
      'zh-CN':
        '同一人（li）持有 3 个未注销账户：li（居民志愿者，社区 linan）、v（居民志愿者，社区 linan）、w（居民志愿者，社区 linbei），请核查是否重复开户。',
      en: "Member 'li' has 3 open accounts: 'li' (resident volunteer, community 'linan'), 'v' (resident volunteer, community 'linan'), 'w' (resident volunteer, community 'linbei').",
    });
  });

  test('is none if one account continues the other, or was closed as opened in error', () => {
    const centre = new Centre();
    open(centre, 'v', 'li', '2023-01-05');
    centre.enter('CloseAccount', 'v', { reason: 'moved', on: '2023-02-05' });
    const opening = { role: 'resident', communityId: 'linbei', formComplete: true, memberId: 'li' };
    centre.enter('OpenAccount', 'w', { ...opening, on: '2023-02-05', continues: [centre.last] }, 'linbei');
    expect(found(centre, 'same-member')).toEqual([]);
    open(centre, 'again', 'li', '2023-04-01');
    expect(found(centre, 'same-member')).toHaveLength(1);
    centre.enter('CloseAccount', 'again', { reason: 'opened-in-error', on: '2023-04-02' });
    expect(found(centre, 'same-member')).toEqual([]);
  });
});

describe('what was written up late', () => {
  const centre = new Centre();
  centre.open('v', '2023-01-05');
  const late = {
    item: 'activity',
    matterId: 'patrol',
    difficulty: 'hard',
    on: '2023-03-01',
    recordedOn: '2023-05-30',
  };
  centre.enter('CreditActivity', 'v', late);
  centre.enter('CreditActivity', 'v', { ...late, matterId: 'soon', recordedOn: '2023-05-29' });

  test('is found from so many days on', () => {
    const [entry, ...others] = found(centre, 'written-up-late');
    expect(others).toEqual([]);
    expect(entry).toEqual({
      kind: 'written-up-late',
      clause: '3',
      accountId: 'v',
      communityId: 'linan',
      role: 'resident',
      entry: {
        type: 'ActivityCredited',
        id: 'patrol',
        item: 'activity',
        title: { 'zh-CN': '报到社区活动', en: 'Activity of the community reported to' },
      },
      on: '2023-03-01',
      recordedOn: '2023-05-30',
      value: 90,
      threshold: 90,
    });
    expect(entry && reported(entry)).toEqual({
      'zh-CN': '账户 v 2023-03-01 的“报到社区活动”于 2023-05-30 补记，相隔 90 天，达到 90 天即提示。',
      en: "Account 'v': 'Activity of the community reported to' of 2023-03-01 was written up on 2023-05-30, 90 days later; 90 are worth a look.",
    });
    expect(found(centre, 'written-up-late', { lateAfterDays: 89 })).toHaveLength(2);
    expect(found(centre, 'written-up-late', { knownOn: '2023-05-29' })).toEqual([]);
    expect(found(centre, 'written-up-late', { from: '2023-03-02' })).toEqual([]);
  });
});

test('a redemption that was written up late has no item', () => {
  const centre = new Centre();
  centre.open('v', '2023-01-05');
  const lines = [{ rewardId: 'haircut', quantity: 1 }];
  const visit = { redemptionId: 'r', communityId: 'linan', lines, on: '2023-02-01' };
  expect(centre.enter('RedeemPoints', 'v', { ...visit, recordedOn: '2023-06-01' })).toBe(true);
  const [late] = found(centre, 'written-up-late');
  expect(late?.entry).toStrictEqual({ type: 'PointsRedeemed', id: 'r' });
});

test('what was written up late is listed by its lateness, then by day, then by account', () => {
  const centre = new Centre();
  for (const id of ['w', 'v']) centre.open(id, '2023-01-05');
  const enter = (accountId: string, matterId: string, on: string, days: number) =>
    centre.enter('CreditActivity', accountId, {
      ...{ item: 'activity', matterId, difficulty: 'base', on, recordedOn: addDays(on, days) },
    });
  enter('w', 'a', '2023-03-02', 90);
  enter('w', 'b', '2023-03-01', 90);
  enter('v', 'c', '2023-03-02', 90);
  enter('v', 'd', '2023-03-03', 91);
  expect(
    found(centre, 'written-up-late').map(({ accountId, on, value, entry }) => [
      ...[accountId, on, value, entry.id],
    ]),
  ).toEqual([
    ['v', '2023-03-03', 91, 'd'],
    ['w', '2023-03-01', 90, 'b'],
    ['v', '2023-03-02', 90, 'c'],
    ['w', '2023-03-02', 90, 'a'],
  ]);
});

test('a year that changed after its feedback was due is found, with what changed', () => {
  const centre = new Centre();
  centre.open('v', '2023-01-05');
  centre.credit('v', '2023-03-01', 'slip', 'hard');
  const slip = centre.last;
  // December is not in the feedback anyway.
  centre.credit('v', '2023-12-05', 'december');
  const late = { item: 'activity', difficulty: 'base', on: '2023-11-30' };
  centre.enter('CreditActivity', 'v', { ...late, matterId: 'in-time' });
  expect(found(centre, 'entries-after-feedback')).toEqual([]);
  centre.enter('CreditActivity', 'v', { ...late, matterId: 'late', recordedOn: '2023-12-01' });
  centre.reverse(slip, '2024-01-10', 'x', { by: { office: 'subdistrict' } });
  const [changed, ...others] = found(centre, 'entries-after-feedback');
  expect(others).toEqual([]);
  expect(changed).toEqual({
    kind: 'entries-after-feedback',
    clause: '4.1',
    accountId: 'v',
    communityId: 'linan',
    role: 'resident',
    year: 2023,
    dueOn: '2023-11-30',
    value: 2,
    points: -1,
  });
  expect(changed && reported(changed)).toEqual({
    'zh-CN':
      '账户 v 2023 年度情况应不迟于 2023-11-30（含当日）反馈，此后又补记、更正或撤销该日以前的记录 2 笔，合计 -1 分，应作补充反馈。',
    en: "Account 'v': the feedback for 2023 was due on 2023-11-30; since then 2 changes of entries dated by that day came on record, for −1 point in all. They belong in a supplement.",
  });
});

test('an entry of December is late for the year that begins with it, where the rules read years so', () => {
  const centre = new Centre(READ.decemberYear);
  centre.open('v', '2023-01-05');
  const late = { item: 'activity', difficulty: 'base' };
  centre.enter('CreditActivity', 'v', { ...late, matterId: 'a', on: '2023-11-30', recordedOn: '2023-12-01' });
  centre.enter('CreditActivity', 'v', { ...late, matterId: 'b', on: '2023-12-01', recordedOn: '2024-12-01' });
  expect(
    findAnomalies(centre.events, { ruleSet: READ.decemberYear })
      .filter(({ kind }) => kind === 'entries-after-feedback')
      .map((one) => [(one as { year: number }).year, (one as { value: number }).value]),
  ).toEqual([
    [2023, 1],
    [2024, 1],
  ]);
});

test('years that changed after their feedback are listed by year, then by account', () => {
  const centre = new Centre();
  for (const id of ['w', 'v']) centre.open(id, '2023-01-05');
  const late = (accountId: string, year: number) =>
    centre.enter('CreditActivity', accountId, {
      ...{ item: 'activity', difficulty: 'base', matterId: `late-${year}` },
      ...{ on: `${year}-11-30`, recordedOn: `${year}-12-01` },
    });
  for (const id of ['w', 'v']) late(id, 2023);
  centre.enter('ReportIn', 'w', { on: '2024-01-05' });
  late('w', 2024);
  expect(found(centre, 'entries-after-feedback').map(({ year, accountId }) => [year, accountId])).toEqual([
    [2023, 'v'],
    [2023, 'w'],
    [2024, 'w'],
  ]);
});

test('a recorder whose entries are often reversed is found', () => {
  const centre = new Centre();
  centre.open('v', '2023-01-05');
  const by = { office: 'community', communityId: 'linan', recorder: 'chen' };
  for (let i = 0; i < 8; i += 1) {
    const on = addDays('2023-02-01', i);
    centre.enter('CreditActivity', 'v', { item: 'activity', matterId: `m${i}`, difficulty: 'base', on, by });
    if (i < 5) centre.reverse(centre.last, on, `x${i}`);
  }
  const [chen, ...others] = found(centre, 'often-reversed');
  expect(others).toEqual([]);
  expect(chen).toEqual({
    kind: 'often-reversed',
    clause: '3',
    communityId: 'linan',
    recorder: 'chen',
    value: 5,
    entries: 8,
    threshold: 5,
  });
  expect(chen && reported(chen)).toEqual({
    'zh-CN': '社区 linan 经办人 chen 登记 8 笔，其中 5 笔被撤销，达到 5 笔即提示。',
    en: "Of 8 entries by recorder 'chen' in community 'linan', 5 were undone; 5 are worth a look.",
  });
  expect(found(centre, 'often-reversed', { reversedEntries: 6 })).toEqual([]);
  expect(found(centre, 'often-reversed', { reversedShare: 0.7 })).toEqual([]);
  expect(found(centre, 'often-reversed', { knownOn: '2023-02-04' })).toEqual([]);
});

test('recorders are listed by what was undone, those of the subdistrict first, and those without a name first', () => {
  const { authority } = renfa2022;
  const offices = { ...authority.offices, CreditActivity: ['community', 'subdistrict'] } as const;
  const centre = new Centre({ ...renfa2022, authority: { ...authority, offices } });
  centre.open('v', '2023-01-05');
  centre.open('w', '2023-01-05', 'resident', 'linbei');
  const linan = { office: 'community', communityId: 'linan' };
  const linbei = { office: 'community', communityId: 'linbei' };
  const subdistrict = { office: 'subdistrict' };
  const undone: readonly (readonly [accountId: string, by: Record<string, string>])[] = [
    ['v', { ...linan, recorder: 'chen' }],
    ['v', linan],
    ['w', { ...linbei, recorder: 'chen' }],
    ['w', { ...linbei, recorder: 'chen' }],
    ['w', { ...subdistrict, recorder: 'an' }],
    ['v', subdistrict],
    ['w', subdistrict],
    ['v', { ...subdistrict, recorder: 'an' }],
    ['v', { ...subdistrict, recorder: 'yu' }],
    ['v', { ...linan, recorder: 'bai' }],
  ];
  for (const [i, [accountId, by]] of undone.entries()) {
    const of = { item: 'activity', matterId: `m${i}`, difficulty: 'base', on: '2023-02-01', by };
    expect(centre.enter('CreditActivity', accountId, of, by.communityId)).toBe(true);
    expect(centre.reverse(centre.last, '2023-02-02', `x${i}`, { by: subdistrict })).toBe(true);
  }
  const all = found(centre, 'often-reversed', { reversedEntries: 1 });
  expect(all.map(({ communityId, recorder, value }) => [communityId, recorder, value])).toEqual([
    [undefined, undefined, 2],
    [undefined, 'an', 2],
    ['linbei', 'chen', 2],
    [undefined, 'yu', 1],
    ['linan', undefined, 1],
    ['linan', 'bai', 1],
    ['linan', 'chen', 1],
  ]);
  expect(all[0]).toStrictEqual({
    ...{ kind: 'often-reversed', clause: '3', value: 2, entries: 2, threshold: 1 },
  });
});

test('a role with too few accounts is said to be, and not compared', () => {
  const centre = new Centre();
  for (let i = 0; i < 7; i += 1) centre.open(`v${i}`, '2023-01-05');
  const [few] = found(centre, 'too-few-to-compare');
  expect(few).toMatchObject({ role: 'resident', value: 7, minimum: 8, clause: '3' });
  expect(few && reported(few)).toEqual({
    'zh-CN': '居民志愿者账户仅 7 个，不足 8 个，数量过少，不作比较。',
    en: 'Too few to compare: resident volunteer has 7 accounts, and 8 are needed.',
  });
  centre.open('v7', '2023-01-05');
  expect(found(centre, 'too-few-to-compare')).toEqual([]);
});

test('entries that were reversed are in no finding', () => {
  const centre = new Centre();
  centre.open('v', '2023-01-05');
  for (let i = 0; i < 6; i += 1) centre.credit('v', '2023-02-01', `m${i}`);
  expect(found(centre, 'entries-on-a-day')).toMatchObject([{ value: 6 }]);
  for (const [i, event] of centre.events.slice(2, 4).entries()) centre.reverse(event, '2023-02-02', `x${i}`);
  expect(found(centre, 'entries-on-a-day')).toEqual([]);
  expect(found(centre, 'entries-on-a-day', { knownOn: '2023-02-01' })).toMatchObject([{ value: 6 }]);
});

describe('recognition', () => {
  const [rules] = LIVING;
  const level = { clause: 'R', title: { 'zh-CN': '星级', en: 'Star' }, points: 3, per: 'life' } as const;
  const ruleSet = { ...rules, recognition: { star: level } } as NonNullable<typeof rules>;
  const centre = new Centre(ruleSet);
  centre.open('v', '2023-01-05');
  centre.credit('v', '2023-02-01', 'a', 'hard');
  const credited = centre.last;
  const bar = { barId: 'b', ground: 'dispute', from: '2023-04-01', until: '2023-06-30', reason: '核实中' };
  centre.enter('BarAccount', 'v', { ...bar, on: '2023-04-01' });
  const on = (day: string, knownOn?: string) =>
    recognition(centre.events, ruleSet, { on: day, ...(knownOn === undefined ? {} : { knownOn }) });

  test('is barred while a bar on record holds', () => {
    expect(on('2023-03-31')).toMatchObject({ recognised: ['star'], barredBy: [] });
    expect(on('2023-04-01')).toMatchObject({
      recognised: [],
      barredBy: [
        { ground: 'dispute', clause: 'X', bar: { barId: 'b', from: '2023-04-01', until: '2023-06-30' } },
      ],
    });
    expect(on('2023-06-30')?.recognised).toEqual([]);
    expect(on('2023-07-01')?.recognised).toEqual(['star']);
    expect(on('2023-04-01', '2023-03-31')?.recognised).toEqual(['star']);
  });

  test('is barred without end by a bar that names none', () => {
    const endless = new Centre(ruleSet);
    endless.open('v', '2023-01-05');
    endless.credit('v', '2023-02-01', 'a', 'hard');
    const { until: _, ...open } = bar;
    endless.enter('BarAccount', 'v', { ...open, on: '2023-04-01' });
    expect(recognition(endless.events, ruleSet, { on: '2033-04-01' })?.barredBy).toEqual([
      expect.objectContaining({ ground: 'dispute', bar: { barId: 'b', from: '2023-04-01' } }),
    ]);
  });

  test('goes on being barred where another account continues', () => {
    const moved = new Centre(ruleSet);
    moved.open('v', '2023-01-05');
    moved.credit('v', '2023-02-01', 'a', 'hard');
    moved.enter('BarAccount', 'v', { ...bar, on: '2023-04-01' });
    const barred = moved.last;
    moved.goOn('v', '2023-05-01', 'w', 'moved', 'resident', 'linbei');
    const of = (day: string) => recognition(moved.events, ruleSet, { on: day, accountId: 'w' });
    expect(of('2023-05-01')).toMatchObject({
      recognised: [],
      levels: [{ counted: 3 }],
      barredBy: [{ bar: { barId: 'b' } }],
    });
    expect(of('2023-07-01')?.recognised).toEqual(['star']);
    const { barId } = barred.data as { barId: string };
    const reverses = { kind: 'bar', id: barId };
    moved.enter('ReverseEntry', 'w', { reversalId: 'x', reverses, reason: '查无此事', on: '2023-05-02' });
    expect(of('2023-05-03')).toMatchObject({ recognised: ['star'], barredBy: [] });
  });

  test('is barred by what was taken up as the rules given say of its ground', () => {
    const moved = new Centre(ruleSet);
    moved.open('v', '2023-01-05');
    moved.credit('v', '2023-02-01', 'a', 'hard');
    moved.enter('BarAccount', 'v', { ...bar, on: '2023-04-01' });
    moved.goOn('v', '2023-05-01', 'w', 'moved', 'resident', 'linbei');
    const { dispute } = ruleSet.ineligibility as { readonly dispute: RuleSet['ineligibility'][string] };
    const { bars: _, ...unsaid } = dispute;
    const by = (ineligibility: RuleSet['ineligibility']) =>
      recognition(moved.events, { ...ruleSet, ineligibility }, { on: '2023-05-01', accountId: 'w' });
    // What is not said bars from recognition; what is barred from redeeming alone is recognised, and so is what these rules do not know.
    expect(by({ dispute: unsaid })).toMatchObject({ recognised: [], barredBy: [{ ground: 'dispute' }] });
    expect(by({ dispute: { ...dispute, bars: ['redeeming'] } })).toMatchObject({
      recognised: ['star'],
      barredBy: [],
    });
    expect(by({})).toMatchObject({ recognised: ['star'], barredBy: [] });
  });

  test('does not count what was undone', () => {
    const undone = new Centre(ruleSet);
    undone.events.push(...centre.events);
    undone.accounts.set('v', centre.accounts.get('v') as never);
    undone.reverse(credited, '2023-03-01', 'x');
    expect(recognition(undone.events, ruleSet, { on: '2023-03-31' })?.levels).toMatchObject([{ counted: 1 }]);
    expect(
      recognition(undone.events, ruleSet, { on: '2023-03-31', knownOn: '2023-02-28' })?.levels,
    ).toMatchObject([{ counted: 3 }]);
  });
});

test('as known on a day, anomalies and recognition are those of the events on record by then', () => {
  fc.assert(
    fc.property(historiesInOrder(), someDay, someDay, ({ ruleSet, centre: { events } }, knownOn, on) => {
      const known = events.filter((event) => recordedOn(event) <= knownOn);
      const options = { minimumAccounts: 3, minimumDifference: 0, threshold: 0.1, entriesOnADay: 2, ruleSet };
      const strict = { ...options, lateAfterDays: 1, reversedEntries: 1, reversedShare: 0, to: on };
      expect(findAnomalies(events, { ...strict, knownOn })).toEqual(findAnomalies(known, strict));
      for (const accountId of new Set(events.map(({ data }) => data.accountId))) {
        expect(recognition(events, ruleSet, { on, accountId, knownOn })).toEqual(
          recognition(known, ruleSet, { on, accountId }),
        );
      }
    }),
  );
});
