import { describe, expect, test } from 'vitest';
import { catalogueKind } from '../support/catalogue.js';
import { credit, lastEvent, open, refusalOf, run } from '../support/history.js';

describe('A.4: the catalogue’s affairs', () => {
  const { clause, title, entries } = catalogueKind('affairs');

  test('are these 4, in both languages', () => {
    expect([clause, title['zh-CN']]).toEqual(['A.4', '事务类']);
    expect(Object.values(entries).map((of) => of.title['zh-CN'])).toEqual([
      '民主议事',
      '社区宣传',
      '社区助理',
      '矛盾调解',
    ]);
    expect(Object.values(entries).map((of) => of.clause)).toEqual(
      Object.keys(entries).map((_, n) => `A.4.${n + 1}`),
    );
    for (const { title: of } of Object.values(entries)) expect(of.en).toMatch(/^[A-Z][ -~]+$/);
  });

  test('can be named by what is entered, and nothing else can', () => {
    const ran = run([
      open('resident'),
      credit('affairs', 'matter', '2023-03-01', { catalogue: 'mediation' }),
    ]);
    expect(lastEvent(ran, 'ActivityCredited').data.catalogue).toBe('mediation');
    const { steps } = run([
      open('resident'),
      credit('affairs', 'matter', '2023-03-01', { catalogue: 'no-such' }),
    ]);
    expect(refusalOf(steps[1]?.decision)).toMatchObject({ code: 'unknown-catalogue-entry', clause: 'A' });
  });
});
