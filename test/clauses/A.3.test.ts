import { describe, expect, test } from 'vitest';
import { catalogueKind } from '../support/catalogue.js';
import { credit, lastEvent, open, refusalOf, run } from '../support/history.js';

describe('A.3: the catalogue’s activities', () => {
  const { clause, title, entries } = catalogueKind('activity');

  test('are these 5, in both languages', () => {
    expect([clause, title['zh-CN']]).toEqual(['A.3', '活动类']);
    expect(Object.values(entries).map((of) => of.title['zh-CN'])).toEqual([
      '组织生活',
      '创新为老',
      '假期活动',
      '个性讲堂',
      '文体活动',
    ]);
    expect(Object.values(entries).map((of) => of.clause)).toEqual(
      Object.keys(entries).map((_, n) => `A.3.${n + 1}`),
    );
    for (const { title: of } of Object.values(entries)) expect(of.en).toMatch(/^[A-Z][ -~]+$/);
  });

  test('can be named by what is entered, and nothing else can', () => {
    const ran = run([
      open('resident'),
      credit('activity', 'matter', '2023-03-01', { catalogue: 'lectures' }),
    ]);
    expect(lastEvent(ran, 'ActivityCredited').data.catalogue).toBe('lectures');
    const { steps } = run([
      open('resident'),
      credit('activity', 'matter', '2023-03-01', { catalogue: 'no-such' }),
    ]);
    expect(refusalOf(steps[1]?.decision)).toMatchObject({ code: 'unknown-catalogue-entry', clause: 'A' });
  });
});
