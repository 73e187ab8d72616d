import { describe, expect, test } from 'vitest';
import { checkRuleSet, deriveRuleSet } from '../../src/define.js';
import { deviations, filing, NotTheirsToRuleError, type RuleSet, withReading } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { en, explain, ja, zhCN } from '../../src/words.js';
import { HANDBOOK } from '../support/handbook.js';
import { claim, lastEvent, open, redeem, run } from '../support/history.js';

const published = '2023-06-24';

describe('5: a community’s own measures are filed within a week; the Party affairs office has the last word', () => {
  test('seven days after publication is in time, the eighth is not', () => {
    const days = ['2023-06-23', '2023-06-24', '2023-07-01', '2023-07-02'];
    expect(days.map((filed) => filing({ published, filed }, renfa2022))).toEqual([
      { clause: '5', dueOn: '2023-07-01', filedOn: '2023-06-23', state: 'overdue', inTime: false },
      { clause: '5', dueOn: '2023-07-01', filedOn: '2023-06-24', state: 'filed-in-time', inTime: true },
      { clause: '5', dueOn: '2023-07-01', filedOn: '2023-07-01', state: 'filed-in-time', inTime: true },
      { clause: '5', dueOn: '2023-07-01', filedOn: '2023-07-02', state: 'filed-late', inTime: false },
    ]);
  });

  test('what has not been filed is pending to the seventh day and overdue after it', () => {
    const states = ['2023-06-24', '2023-07-01', '2023-07-02'].map(
      (on) => filing({ published }, renfa2022, on).state,
    );
    expect(states).toEqual(['pending', 'pending', 'overdue']);
    expect(filing({ published, filed: '2023-07-05' }, renfa2022, '2023-07-04').state).toBe('overdue');
  });

  test('a week runs over the ends of months and years', () => {
    const due = ['2023-12-28', '2024-02-25', '2023-02-25'].map(
      (of) => filing({ published: of }, renfa2022).dueOn,
    );
    expect(due).toEqual(['2024-01-04', '2024-03-03', '2023-03-04']);
  });

  test('a redemption from a handbook that is not filed in time goes through with a warning', () => {
    const { filed: _, ...unfiled } = { ...HANDBOOK, published: '2023-06-01' };
    const visit = redeem('visit', '2023-06-30', { haircut: 1 });
    const warnings = (handbook: typeof HANDBOOK) => {
      const ran = run([open('resident'), visit], { handbook });
      const decision = ran.steps[1]?.decision;
      return [lastEvent(ran, 'PointsRedeemed').data.handbook.filing, decision?.accepted && decision.warnings];
    };
    expect(warnings(unfiled)).toMatchObject([
      'overdue',
      [{ code: 'handbook-overdue', clause: '5', facts: { due: '2023-06-08' } }],
    ]);
    expect(warnings({ ...unfiled, filed: '2023-06-10' })).toMatchObject([
      'filed-late',
      [{ facts: { filed: '2023-06-10' } }],
    ]);
    expect(warnings({ ...unfiled, filed: '2023-06-08' })).toEqual(['filed-in-time', []]);
    expect(warnings({ ...unfiled, filed: '2023-07-01' })).toMatchObject([
      'overdue',
      [{ facts: { due: '2023-06-08' } }],
    ]);
  });

  test('a list of deviations is filed by its own day of publication, and each new edition again', () => {
    const first = { published, filed: '2023-06-30' };
    const second = { published: '2024-06-24', follows: '2023-1' };
    expect(filing(first, renfa2022)).toMatchObject({ dueOn: '2023-07-01', state: 'filed-in-time' });
    expect(filing(second, renfa2022, '2024-07-02')).toMatchObject({ dueOn: '2024-07-01', state: 'overdue' });
    const firstAlone = withReading(renfa2022, 'filing-what', 'first-alone');
    expect(filing(second, firstAlone, '2024-07-02').state).toBe('not-needed');
  });

  test('what differs in a community’s rules is listed by clause, ready to be filed', () => {
    const ours = deriveRuleSet(renfa2022, { roles: { resident: { limits: { claims: { maximum: 2 } } } } });
    expect(deviations(renfa2022, ours).map(({ clause, kind }) => [clause, kind])).toEqual([
      ['2.3.3.2', 'stricter'],
    ]);
  });

  test('what the Party affairs office rules on an open question is kept with who ruled and when', () => {
    const ruled = withReading(renfa2022, 'claim-cap-window', 'calendar-year', {
      by: '街道党群办',
      on: '2023-01-05',
    });
    expect(ruled.readings['claim-cap-window']).toMatchObject({
      chosen: 'calendar-year',
      default: 'life',
      ruled: { by: '街道党群办', on: '2023-01-05' },
    });
  });

  test('another office rules on nothing', () => {
    const ruling = { by: '临安社区', on: '2023-01-05' };
    const rule = () => withReading(renfa2022, 'claim-cap-window', 'calendar-year', ruling);
    expect(rule).toThrow(NotTheirsToRuleError);
    expect(rule).toThrow(
      "'临安社区' cannot rule on 'claim-cap-window'; the last word is with (clause 5): 街道党群办",
    );
    const { readings } = renfa2022;
    const written = { ...readings, 'claim-cap-window': { ...readings['claim-cap-window'], ruled: ruling } };
    expect(checkRuleSet({ ...renfa2022, readings: written })).toMatchObject([
      { path: 'readings.claim-cap-window.ruled.by', code: 'not-one-of' },
    ]);
    const { interpretation: _, ...anybody } = renfa2022;
    expect(checkRuleSet({ ...anybody, readings: written })).toEqual([]);
    const own: RuleSet = anybody;
    expect(withReading(own, 'claim-cap-window', 'calendar-year', ruling).readings).toMatchObject({
      'claim-cap-window': { ruled: ruling },
    });
  });

  test('an explanation says who ruled so, in its own language', () => {
    const by = "the subdistrict's Party affairs office";
    const ruled = withReading(renfa2022, 'claim-cap-window', 'calendar-year', { by, on: '2023-01-05' });
    const event = lastEvent(run([open('resident'), claim('gate')], { ruleSet: ruled }), 'PostClaimed');
    expect(explain(event, en, ruled)).toContain(`' (ruled by ${by} on 2023-01-05)`);
    expect(explain(event, zhCN, ruled)).toContain('”（街道党群办于 2023-01-05 解释）');
    expect(explain(event, ja, ruled)).toContain('」（2023-01-05、');
    expect(explain(event, en, renfa2022)).not.toContain('ruled by');
    const { interpretation: _, ...anybody } = ruled;
    expect(explain(event, zhCN, anybody)).toContain(`”（${by}于 2023-01-05 解释）`);
  });
});
