import { describe, expect, test } from 'vitest';
import { checkHandbook, HandbookError, withConsents } from '../../src/define.js';
import type { Handbook } from '../../src/index.js';
import { openParts, stored } from '../support/checks.js';
import { HANDBOOK } from '../support/handbook.js';
import { hardMatters, open, outcomes, redeem } from '../support/history.js';
import { shown } from './rules.js';

const oil = (handbook: Handbook) => handbook.rewards.find(({ rewardId }) => rewardId === 'oil');

function problemsOf(make: () => unknown): unknown {
  try {
    make();
  } catch (error) {
    expect(error).toBeInstanceOf(HandbookError);
    return shown((error as HandbookError).problems);
  }
  return [];
}

describe('consents that come later', () => {
  test('are added to the same edition, and to nothing else of it', () => {
    const plain = stored(HANDBOOK) as Handbook;
    const consented = withConsents(plain, { oil: '2022-05-01' });
    expect(oil(consented)).toEqual({ ...oil(HANDBOOK), consent: '2022-05-01' });
    expect({ ...consented, rewards: [] }).toEqual({ ...HANDBOOK, rewards: [] });
    expect(plain).toEqual(HANDBOOK);
    expect(openParts(consented)).toEqual([]);
    const commands = [
      open('resident', '2022-01-10'),
      ...hardMatters(3, '2022-01-11'),
      redeem('r1', '2022-05-01', { oil: 1 }),
    ];
    expect(outcomes(commands).at(-1)).toBe('consent-missing');
    expect(outcomes(commands, { handbook: consented }).at(-1)).toBe(-2);
  });

  test('may name their end, and take the place of an earlier one', () => {
    const first = withConsents(HANDBOOK, { oil: { on: '2022-05-01', until: '2023-04-30' } });
    expect(oil(first)).toMatchObject({ consent: '2022-05-01', consentUntil: '2023-04-30' });
    expect(oil(withConsents(first, { oil: { on: '2023-05-02' } }))).toEqual({
      ...oil(HANDBOOK),
      consent: '2023-05-02',
    });
    expect(withConsents(HANDBOOK, {})).toEqual(HANDBOOK);
  });

  test('are refused with every problem and its place', () => {
    expect(problemsOf(() => withConsents(HANDBOOK, { olive: '2022-05-01', __proto: '2022-05-01' }))).toEqual([
      ['olive', 'unknown-reward'],
      ['__proto', 'unknown-reward'],
    ]);
    expect(problemsOf(() => withConsents(HANDBOOK, { oil: '2022-02-30' }))).toEqual([
      ['rewards[3].consent', 'not-a-date'],
    ]);
    expect(problemsOf(() => withConsents(HANDBOOK, { oil: null as never }))).toEqual([
      ['rewards[3].consent', 'not-a-date'],
    ]);
    expect(
      problemsOf(() => withConsents(HANDBOOK, { oil: { on: '2022-05-01', until: '2022-04-30' } })),
    ).toEqual([['rewards[3].consentUntil', 'backwards']]);
    expect(problemsOf(() => withConsents('handbook' as never, {}))).toEqual([['', 'not-an-object']]);
  });
});

describe('what a handbook says of time', () => {
  const [haircut] = HANDBOOK.rewards;
  const problems = (change: object, more: object = {}): unknown =>
    shown(checkHandbook({ ...HANDBOOK, ...more, rewards: [{ ...haircut, ...change }] }));

  test('an end needs its consent, and a count its stock', () => {
    expect(problems({ consentUntil: '2023-01-01' })).toEqual([['rewards[0].consent', 'missing']]);
    expect(problems({ consent: '2023-01-01', consentUntil: '2023-01-01' })).toEqual([]);
    expect(problems({ stockFrom: '2023-01-01' })).toEqual([['rewards[0].stock', 'missing']]);
    expect(problems({ stock: 0, stockFrom: '2023-01-01' })).toEqual([]);
  });

  test('no end is before its beginning', () => {
    expect(problems({ consent: '2023-01-02', consentUntil: '2023-01-01' })).toEqual([
      ['rewards[0].consentUntil', 'backwards'],
    ]);
    expect(problems({}, { standingConsent: '2023-01-02', standingConsentUntil: '2023-01-01' })).toEqual([
      ['standingConsentUntil', 'backwards'],
    ]);
    expect(problems({}, { standingConsentUntil: '2023-01-01' })).toEqual([['standingConsent', 'missing']]);
    expect(problems({}, { standingConsent: 'May', standingConsentUntil: '2023-01-01' })).toEqual([
      ['standingConsent', 'not-a-date'],
    ]);
    expect(problems({}, { standingConsent: '2023-01-01', standingConsentUntil: '2024-01-01' })).toEqual([]);
  });
});
