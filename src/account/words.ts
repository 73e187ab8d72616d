import { plural, type Text, text } from '../values/text.js';
import type { LimitApplied } from './events/event.js';

const WINDOW_NAME = /^(\d{4})(?:-(?:(H|Q)(\d)|(\d{2})))?$/;

/** A window's name in words: `2023-H1` is 2023年上半年, the first half of 2023. */
export function windowWords(window: string): Text {
  if (window === 'life') return text('开户以来', "the account's whole life");
  const [, year, kind, index, month] = WINDOW_NAME.exec(window) ?? [];
  if (year === undefined) return text(window, window);
  if (kind === 'H') {
    return index === '1'
      ? text(`${year}年上半年`, `the first half of ${year}`)
      : text(`${year}年下半年`, `the second half of ${year}`);
  }
  if (kind === 'Q') return text(`${year}年第${index}季度`, `quarter ${index} of ${year}`);
  return month === undefined ? text(`${year}年`, year) : text(`${year}年${Number(month)}月`, window);
}

/** A limit and how far it is used, without a full stop. */
export function limitWords(limit: LimitApplied): Text {
  const of = windowWords(limit.window);
  const chinese = limit.counts === 'points' ? '分' : '次';
  const english = limit.counts === 'points' ? plural(limit.maximum, 'point') : `${limit.maximum} entries`;
  return text(
    `“${limit.title['zh-CN']}”${of['zh-CN']}累计不超过 ${limit.maximum} ${chinese}，此前已用 ${limit.used}`,
    `'${limit.title.en}' allows ${english} over ${of.en}, of which ${limit.used} had been used`,
  );
}
