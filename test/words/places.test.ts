import { describe, expect, test } from 'vitest';
import { explain, ja, zhCN } from '../../src/words.js';
import { reason } from '../support/words.js';

describe('a wrong field is named as a clerk knows it:', () => {
  const CASES: readonly (readonly [field: string, chinese: string, japanese: string])[] = [
    ['recordedOn', '“登记日期”', '「記帳日」'],
    ['by.recorder', '“经办人”', '「担当者」'],
    ['lines[1].quantity', '第 2 项的“数量”', '2行目の「数量」'],
    ['lines[1]', '第 2 项的“兑换内容”', '2行目の「交換内容」'],
    ['kind', '“岗位或项目的种类”', '「担当の種類」'],
    ['reverses.kind', '“所撤销登记的种类”', '「取り消す登録の種類」'],
    ['reverses.id', '“登记编号”', '「登録の番号」'],
    ['verifies.kind', '“所核定登记的种类”', '「確認する登録の種類」'],
    ['verifies.item', '“计分项”', '「項目」'],
    ['sent', '“转出记录”', '「送付の記録」'],
    ['continues', '“所接续账户的注销记录”', '「引き継ぐ口座の閉鎖の記録」'],
    ['continues[0]', '第 1 项的“所接续账户的注销记录”', '1行目の「引き継ぐ口座の閉鎖の記録」'],
    ['no such field', '“no such field”', '「no such field」'],
    ['constructor', '“constructor”', '「constructor」'],
  ];

  test.each(CASES)('%s', (field, chinese, japanese) => {
    const facts = { field, problem: 'not-an-object', given: '"x"' } as const;
    expect(reason('invalid-command', facts)['zh-CN']).toBe(`填写有误：${chinese}应为对象（填写内容：“x”）。`);
    const refusal = { code: 'invalid-command', clause: '0', facts, readings: {} } as const;
    expect(explain(refusal, ja)).toBe(
      `受け付けできません（条項 0）：入力に誤りがあります：${japanese}はオブジェクトで指定してください（入力内容："x"）。`,
    );
  });

  test.each(['sent.data.points', 'sent.type'])('an event that is carried, by itself: %s', (field) => {
    const facts = { field, problem: 'missing', given: 'undefined' } as const;
    expect(reason('invalid-command', facts)['zh-CN']).toBe('填写有误：所附“转出记录”与原记录格式不符。');
    const refusal = { code: 'invalid-command', clause: '0', facts, readings: {} } as const;
    expect(explain(refusal, ja)).toContain('「送付の記録」が元の記録の形式と合いません。');
    expect(explain(refusal, zhCN)).not.toMatch(/sent|data|points/);
  });

  test('and one of several events by its place', () => {
    const field = 'continues[1].data.handedOn.items[3].points';
    expect(reason('invalid-command', { field, problem: 'missing', given: 'undefined' })['zh-CN']).toBe(
      '填写有误：所附第 2 项的“所接续账户的注销记录”与原记录格式不符。',
    );
  });
});
