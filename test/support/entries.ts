import type { LimitRule, Text } from '../../src/index.js';

const TITLE = { 'zh-CN': '次数上限', en: 'limit on entries' };

/** So many entries of an item in each window, one if nothing is said; what is more is refused. */
export function entriesOf(item: string, per: LimitRule['per'], maximum = 1, title: Text = TITLE): LimitRule {
  return { clause: '9', title, items: [item], counts: 'entries', maximum, per, beyond: 'refuse' };
}
