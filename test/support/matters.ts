import { expect, test } from 'vitest';
import { withReading } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import {
  CENTRE,
  claim,
  credit,
  eventOf,
  hardMatters,
  lastEvent,
  open,
  outcomes,
  refusalOf,
  run,
} from './history.js';

type Role = keyof typeof renfa2022.roles;

/** What every item that is scored by difficulty has in common: one point, two where it is hard, without a total, a matter once. */
export function scoresByDifficulty(role: Role, item: string, clause: string): void {
  const matter = (id: string, difficulty: string) => credit(item, id, '2023-03-01', { difficulty });

  test('an ordinary one is 1 point, a hard one 2, and there is nothing above', () => {
    const commands = [
      open(role),
      matter('a', 'base'),
      matter('b', 'hard'),
      matter('c', 'very hard'),
      matter('d', '3'),
    ];
    expect(outcomes(commands)).toEqual([1, 1, 2, 'unknown-difficulty', 'unknown-difficulty']);
    expect(lastEvent(run(commands.slice(0, 3)), 'ActivityCredited').data).toMatchObject({
      clause,
      item,
      base: 1,
      scored: 2,
    });
  });

  test('they add up without end', () => {
    const many = Array.from({ length: 120 }, (_, n) => matter(`matter ${n}`, 'hard'));
    expect(outcomes([open(role), ...many])).toEqual([1, ...many.map(() => 2)]);
  });

  test('the same one scores once', () => {
    const { steps, outcomes: became } = run([open(role), matter('a', 'base'), matter('a', 'hard')]);
    expect(became).toEqual([1, 1, 'duplicate-matter']);
    expect(refusalOf(steps[2]?.decision).clause).toBe(clause);
  });

  test('the clause that the register cites has to be this one', () => {
    const citing = (cited: string) => credit(item, cited, '2023-03-01', { clause: cited });
    const others = [
      '2.3.1.3',
      '2.3.1.4',
      '2.3.1.5',
      '2.3.1.6',
      '2.3.2.3',
      '2.3.2.4',
      '2.3.2.5',
      '2.3.3.3',
      '2.3.3.4',
      '2.3.3.5',
    ];
    const wrong = others.filter((other) => other !== clause);
    expect(outcomes([open(role), citing(clause), ...wrong.map(citing)])).toEqual([
      1,
      1,
      ...wrong.map(() => 'wrong-clause'),
    ]);
  });
}

/** What the activities of every role have besides: serving in a claimed post is a matter like taking part. */
export function scoresServiceInAPost(role: Role, clause: string): void {
  const serving = (id: string, postId: string) => credit('activity', id, '2023-03-01', { postId });

  test('serving in a post that one has claimed is 1 point', () => {
    const ran = run([open(role), claim('gate'), serving('gate duty', 'gate')]);
    expect(ran.outcomes).toEqual([1, 1, 1]);
    expect(eventOf(ran.steps[2]?.decision).data).toMatchObject({ clause, postId: 'gate', points: 1 });
  });

  test('serving in a post that one has not claimed is none', () => {
    const { steps, outcomes: became } = run([open(role), claim('gate'), serving('duty', 'kitchen')]);
    expect(became).toEqual([1, 1, 'post-not-claimed']);
    expect(refusalOf(steps[2]?.decision).clause).toBe(clause);
  });

  test('serving in a post that was claimed only later, or given up by then, is none', () => {
    const early = credit('activity', 'early', '2023-01-31', { postId: 'gate' });
    expect(outcomes([open(role), claim('gate', '2023-02-01'), early])).toEqual([1, 1, 'post-not-claimed']);
    const release = {
      type: 'ReleasePost',
      data: { accountId: 'v1', postId: 'gate', on: '2023-02-20', by: CENTRE },
    };
    expect(outcomes([open(role), claim('gate'), release, serving('gate duty', 'gate')])).toEqual([
      1,
      1,
      0,
      'post-not-claimed',
    ]);
  });

  test('under any other item a post that is named needs no claim', () => {
    const others = ['affairs', 'other'].map((item) =>
      credit(item, `${item} duty`, '2023-03-01', { postId: 'kitchen' }),
    );
    expect(outcomes([open(role), ...others])).toEqual([1, 1, 1]);
  });

  test('serving at an activity and taking part in it score together, in either order, up to 2', () => {
    const attending = (id: string, difficulty = 'base') =>
      credit('activity', id, '2023-03-01', { difficulty });
    const serves = (id: string, difficulty: string) =>
      credit('activity', id, '2023-03-01', { postId: 'gate', difficulty });
    const ran = run([
      open(role),
      claim('gate'),
      serving('festival', 'gate'),
      attending('festival'),
      attending('lecture'),
      serves('lecture', 'hard'),
      attending('flood', 'hard'),
      serving('flood', 'gate'),
      attending('festival', 'hard'),
    ]);
    expect(ran.outcomes).toEqual([1, 1, 1, 1, 1, 1, 2, 'matter-used-up', 'duplicate-matter']);
    expect(eventOf(ran.steps[5]?.decision).data).toMatchObject({
      scored: 2,
      points: 1,
      matter: { clause, maximum: 2, held: 1, took: 1 },
    });
    expect(refusalOf(ran.steps[7]?.decision)).toMatchObject({
      clause,
      facts: { matterId: 'flood', held: 2, maximum: 2 },
      readings: { 'activity-service-and-attendance': 'together' },
    });
  });

  test.each([
    ['one-matter', 'duplicate-matter'],
    ['two-matters', 2],
  ] as const)('read as %s, the second of the two is %s', (answer, second) => {
    const ruleSet = withReading(renfa2022, 'activity-service-and-attendance', answer);
    const hard = { difficulty: 'hard' };
    const commands = [
      open(role),
      claim('gate'),
      credit('activity', 'festival', '2023-03-01', { postId: 'gate' }),
      credit('activity', 'festival', '2023-03-01', hard),
    ];
    expect(outcomes(commands, { ruleSet }).at(-1)).toBe(second);
  });
}

/** What the report-in of every role has: once a year, the opening included. */
export function reportsInOnceAYear(role: Role, clause: string): void {
  const reportIn = (on: string) => ({
    type: 'ReportIn',
    data: { accountId: 'v1', on, by: { office: 'community', communityId: 'linan' } },
  });

  test('opening the account on the completed form is 1 point', () => {
    const { outcomes: became, events } = run([open(role, '2023-05-04')]);
    expect(became).toEqual([1]);
    expect(events[0]?.data).toMatchObject({ clause, item: 'registration', points: 1, reportsIn: true });
  });

  test('without the completed form nothing is opened', () => {
    const { steps, accounts } = run([open(role, '2023-05-04', { formComplete: false })]);
    expect(refusalOf(steps[0]?.decision)).toMatchObject({ code: 'form-incomplete', clause });
    expect(accounts.size).toBe(0);
  });

  test('the opening is that year’s report-in, and each later year has one of its own', () => {
    const days = ['2023-12-31', '2024-01-01', '2024-12-31', '2025-06-30'];
    const { steps, outcomes: became, events } = run([open(role, '2023-05-04'), ...days.map(reportIn)]);
    expect(became).toEqual([1, 'already-reported-in', 1, 'already-reported-in', 1]);
    expect(refusalOf(steps[1]?.decision)).toMatchObject({
      clause,
      facts: { last: '2023-05-04', again: '2024-01-01' },
    });
    expect(events.at(-1)?.data).toMatchObject({
      clause,
      item: 'registration',
      entry: 'registration',
      points: 1,
    });
  });

  test('a report-in before the account was opened is refused', () => {
    expect(outcomes([open(role, '2023-05-04'), reportIn('2022-05-04')])).toEqual([1, 'before-opening']);
  });

  test('it is not entered as an activity', () => {
    expect(outcomes([open(role), credit('registration', 'again', '2024-01-10')])).toEqual([
      1,
      'wrong-command',
    ]);
  });
}

/** What the claims of every role have: 3 points in all, whatever the years. */
export function claimsUpToThree(role: Role, clause: string): void {
  test('each post or project is 1 point, the fourth is held and scores nothing', () => {
    const { outcomes: became, events } = run([
      open(role),
      claim('gate'),
      claim('library', '2023-02-02', { kind: 'project' }),
      claim('kitchen', '2024-02-03'),
      claim('garden', '2030-02-04'),
      credit('activity', 'weeding', '2030-03-01', { postId: 'garden' }),
    ]);
    expect(became).toEqual([1, 1, 1, 1, 0, 1]);
    expect(events[4]?.data).toMatchObject({
      clause,
      postId: 'garden',
      limits: [{ clause, maximum: 3, used: 3, took: 1, window: 'life' }],
    });
  });

  test('the same one is not claimed twice', () => {
    const { steps, outcomes: became } = run([open(role), claim('gate'), claim('gate', '2024-02-01')]);
    expect(became).toEqual([1, 1, 'duplicate-claim']);
    expect(refusalOf(steps[2]?.decision).clause).toBe(clause);
  });

  test('claims alone are capped', () => {
    const claims = ['gate', 'library', 'kitchen'].map((post) => claim(post));
    expect(outcomes([open(role), ...claims, ...hardMatters(3, '2023-03-01')])).toEqual([1, 1, 1, 1, 2, 2, 2]);
  });

  test('it is not entered as an activity', () => {
    expect(outcomes([open(role), credit('claim', 'gate')])).toEqual([1, 'wrong-command']);
  });
}
