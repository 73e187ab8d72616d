import { describe, expect, test } from 'vitest';
import { catalogueKind } from '../support/catalogue.js';
import { claim, lastEvent, open, refusalOf, run } from '../support/history.js';

describe('A.2: the catalogue’s posts', () => {
  const { clause, title, entries } = catalogueKind('post');

  test('are these 5, in both languages', () => {
    expect([clause, title['zh-CN']]).toEqual(['A.2', '岗位类']);
    expect(Object.values(entries).map((of) => of.title['zh-CN'])).toEqual([
      '“红色益站”、疫情防控卡点等志愿者',
      '社区“三长”',
      '平安志愿者',
      '商圈、医院、交通枢纽、青年中心等志愿者',
      '社区志愿者',
    ]);
    expect(Object.values(entries).map((of) => of.clause)).toEqual(
      Object.keys(entries).map((_, n) => `A.2.${n + 1}`),
    );
    for (const { title: of } of Object.values(entries)) expect(of.en).toMatch(/^[A-Z][ -~]+$/);
  });

  test('can be named by what is entered, and nothing else can', () => {
    const ran = run([open('resident'), claim('post', '2023-02-01', { catalogue: 'safety' })]);
    expect(lastEvent(ran, 'PostClaimed').data.catalogue).toBe('safety');
    const { steps } = run([open('resident'), claim('post', '2023-02-01', { catalogue: 'no-such' })]);
    expect(refusalOf(steps[1]?.decision)).toMatchObject({ code: 'unknown-catalogue-entry', clause: 'A' });
  });
});
