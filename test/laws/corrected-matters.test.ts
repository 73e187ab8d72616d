import { describe, expect, test } from 'vitest';
import { balanceOn, fold } from '../../src/index.js';
import { under } from '../support/arbitraries.js';
import {
  claim,
  correct,
  credit,
  eventOf,
  hardMatters,
  lastEvent,
  open,
  outcomes,
  reportIn,
  run,
} from '../support/history.js';

/* Which matter a correction corrects, and the room that it frees. */

describe('the matter that a correction names', () => {
  test('is a matter, a post, the day of a report-in, or the day of the opening', () => {
    const story = [
      open('resident', '2023-01-10'),
      claim('gate', '2023-02-01', { difficulty: 'hard' }),
      credit('other', 'rescue', '2023-03-01'),
      reportIn('2024-05-06'),
    ];
    const named = ['gate', 'rescue', '2024-05-06', '2023-01-10'];
    const ran = run([
      ...story,
      ...named.map((corrects) => correct(`of ${corrects}`, -1, '2024-06-01', { corrects })),
    ]);
    expect(ran.steps.slice(4).map(({ decision }) => eventOf(decision).data)).toMatchObject([
      { corrects: { item: 'claim', id: 'gate', on: '2023-02-01', points: 2 } },
      { corrects: { item: 'other', id: 'rescue', on: '2023-03-01', points: 1 } },
      { corrects: { item: 'registration', id: '2024-05-06', on: '2024-05-06', points: 1 } },
      { corrects: { item: 'registration', id: '2023-01-10', on: '2023-01-10', points: 1 } },
    ]);
  });

  test('may have any name, that of the opening’s record too', () => {
    const ran = run([
      open('resident'),
      credit('activity', 'opening'),
      correct('slip', -1, '2023-04-01', { corrects: 'opening' }),
    ]);
    expect(ran.outcomes).toEqual([1, 1, -1]);
    expect(lastEvent(ran, 'ScoreCorrected').data.corrects).toMatchObject({ item: 'activity', id: 'opening' });
  });

  test('has to be one that somebody entered', () => {
    for (const corrects of ['opening', 'nothing', '2023-01-11', '__proto__', 'constructor']) {
      expect(outcomes([open('resident'), correct('slip', -1, '2023-04-01', { corrects })])).toEqual([
        1,
        'unknown-matter',
      ]);
    }
    expect(outcomes([open('resident'), correct('slip', -1, '2023-04-01', { item: 'activity' })])).toEqual([
      1,
      'unknown-matter',
    ]);
    const elsewhere = correct('slip', -1, '2023-04-01', { corrects: 'a', item: 'affairs' });
    expect(outcomes([open('resident'), credit('activity', 'a'), elsewhere])).toEqual([
      1,
      1,
      'unknown-matter',
    ]);
  });
});

describe('the room that a correction frees', () => {
  const frees = under(
    ['correction-year', 'frees-room'],
    ['claim-again', 'scores'],
    ['correction-bound', 'none'],
  );
  const hard = (post: string, on: string, more = {}) => claim(post, on, { difficulty: 'hard', ...more });

  test('is no more than what the matter had scored', () => {
    const story = [
      open('resident'),
      hard('gate', '2023-02-01'),
      claim('library', '2023-02-02'),
      correct('slip', -9, '2023-04-01', { corrects: 'library' }),
    ];
    expect(
      outcomes([...story, hard('kitchen', '2023-05-01'), claim('garden', '2023-05-02')], { ruleSet: frees }),
    ).toEqual([1, 2, 1, -9, 1, 0]);
  });

  test('is freed once, by however many corrections', () => {
    const slips = ['a', 'b', 'c'].map((id) => correct(id, -1, '2023-04-01', { corrects: 'gate' }));
    const story = [open('resident'), hard('gate', '2023-02-01'), claim('library', '2023-02-02'), ...slips];
    expect(
      outcomes([...story, hard('kitchen', '2023-05-01'), claim('garden', '2023-05-02')], { ruleSet: frees }),
    ).toEqual([1, 2, 1, -1, -1, -1, 2, 0]);
  });

  test('is not freed by a correction upwards, nor by one of no matter', () => {
    const story = [open('resident'), hard('gate', '2023-02-01'), claim('library', '2023-02-02')];
    const up = correct('up', 1, '2023-04-01', { corrects: 'gate' });
    const loose = correct('loose', -2, '2023-04-01');
    expect(outcomes([...story, up, loose, claim('kitchen', '2023-05-01')], { ruleSet: frees })).toEqual([
      1, 2, 1, 1, -2, 0,
    ]);
  });

  test('is that of the claim corrected, where a post was claimed twice in a day', () => {
    const twice = [claim('gate', '2023-02-01'), hard('gate', '2023-02-01', { kind: 'project' })];
    const slip = correct('slip', -2, '2023-04-01', { corrects: 'gate' });
    const ran = run([open('resident'), ...twice, slip, hard('library', '2023-05-01')], { ruleSet: frees });
    // The correction names the later claim, of 2 points; both of them are free again.
    expect(eventOf(ran.steps[3]?.decision).data).toMatchObject({ corrects: { points: 2 } });
    expect(ran.outcomes).toEqual([1, 1, 2, -2, 2]);
  });

  test('is freed under a ceiling of the year as well, that of the opening too', () => {
    const ruleSet = under(['correction-year', 'frees-room'], ['hundred-mark', 'ceiling']);
    const year = [open('resident', '2023-01-10'), ...hardMatters(50, '2023-05-01')];
    const opening = correct('slip', -1, '2023-06-01', { corrects: '2023-01-10' });
    const matter = correct('slip', -2, '2023-06-01', { corrects: 'work of 2023-05-01 0' });
    const more = hardMatters(1, '2023-07-01');
    expect(outcomes([...year, ...more], { ruleSet }).at(-1)).toBe(0);
    expect(outcomes([...year, matter, ...more], { ruleSet }).at(-1)).toBe(2);
    expect(outcomes([...year, opening, ...more], { ruleSet }).at(-1)).toBe(1);
  });
});

test('a correction that counts on its matter’s day is not in the balance before it, even where it is the last thing on record', () => {
  const ruleSet = under(['correction-year', 'matter-year']);
  const { events } = run(
    [
      open('resident', '2023-01-10'),
      credit('activity', 'clean-up', '2023-05-10'),
      correct('k1', -1, '2023-04-01', { corrects: 'clean-up' }),
    ],
    { ruleSet },
  );
  const byApril = fold(events.filter(({ data }) => data.on <= '2023-04-30'));
  expect(balanceOn(byApril, '2023-04-30', ruleSet)).toBe(1);
  expect(balanceOn(byApril, '2023-05-10', ruleSet)).toBe(0);
});
