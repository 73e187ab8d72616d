import { describe, expect, test } from 'vitest';
import { catalogueKind } from '../support/catalogue.js';
import { claim, lastEvent, open, refusalOf, run } from '../support/history.js';

describe('A.1: the catalogue’s public good', () => {
  const { clause, title, entries } = catalogueKind('public-good');

  test('are these 8, in both languages', () => {
    expect([clause, title['zh-CN']]).toEqual(['A.1', '公益类']);
    expect(Object.values(entries).map((of) => of.title['zh-CN'])).toEqual([
      '便民便利',
      '就业指导',
      '卫生保健',
      '宣传教育',
      '心理咨询',
      '扶贫帮困',
      '助老服务',
      '法律援助',
    ]);
    expect(Object.values(entries).map((of) => of.clause)).toEqual(
      Object.keys(entries).map((_, n) => `A.1.${n + 1}`),
    );
    for (const { title: of } of Object.values(entries)) expect(of.en).toMatch(/^[A-Z][ -~]+$/);
  });

  test('can be named by what is entered, and nothing else can', () => {
    const ran = run([open('resident'), claim('post', '2023-02-01', { catalogue: 'elderly-care' })]);
    expect(lastEvent(ran, 'PostClaimed').data.catalogue).toBe('elderly-care');
    const { steps } = run([open('resident'), claim('post', '2023-02-01', { catalogue: 'no-such' })]);
    expect(refusalOf(steps[1]?.decision)).toMatchObject({ code: 'unknown-catalogue-entry', clause: 'A' });
  });
});
