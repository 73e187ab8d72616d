import { MAX_ID_LENGTH, MAX_TEXT_LENGTH } from '../values/ids.js';
import { MAX_QUANTITY } from '../values/points.js';
import { type Text, text } from '../values/text.js';
import type { ProblemCode } from './problem-code.js';

type Words = (detail: string) => Text;

function words(zh: string, en: string): Words {
  const said = text(zh, en);
  return () => said;
}

/** What each problem says. The detail names the answers there are, or the range a number has to be in. */
export const PROBLEM_TEXTS: Readonly<Record<ProblemCode, Words>> = {
  'not-an-object': words('应为对象', 'has to be an object'),
  'not-a-list': words('应为列表', 'has to be a list'),
  'not-a-boolean': words('应为 true 或 false', 'has to be true or false'),
  missing: words('缺少', 'is missing'),
  'unknown-field': words('没有此项', 'there is no such field'),
  'unknown-type': (detail) => text(`没有此类型：${detail}`, `is not a known type: ${detail}`),
  'not-one-of': (detail) => text(`只能是：${detail}`, `has to be one of: ${detail}`),
  'not-an-id': words(
    `应为 1 至 ${MAX_ID_LENGTH} 个字符的标识，首尾无空格，无不可见字符，并为 Unicode 组合形式 (NFC)`,
    `has to be an id of 1 to ${MAX_ID_LENGTH} characters, with no space at its ends, no unseen characters, in Unicode form NFC`,
  ),
  'not-a-slug': words(
    '应为小写英文词，以 - 相连，不超过 64 个字符，且不是 JavaScript 对象固有的名称',
    'has to be lower-case words joined by -, up to 64 characters, and not a name that every JavaScript object inherits',
  ),
  'not-a-text': words(
    `应为 1 至 ${MAX_TEXT_LENGTH} 个字符的文字，不能只有空格，无控制字符`,
    `has to be a text of 1 to ${MAX_TEXT_LENGTH} characters, not only space, with no control characters`,
  ),
  'not-a-date': words(
    '应为存在的日期 YYYY-MM-DD，1900 年起',
    'has to be a day that exists, YYYY-MM-DD, from 1900 on',
  ),
  'not-a-day-of-year': words(
    '应为每年都有的日子 MM-DD',
    'has to be a day that every year has, MM-DD, so not 02-29',
  ),
  'not-amounts': words('应为按月合计', 'has to be amounts by month, each month once'),
  'not-entries': words('应为受限记录', 'has to be entries under a limit: id, day and points of each'),
  'not-a-whole-number': (detail) => text(`应为整数${detail}`, `has to be a whole number${detail}`),
  'not-points': (detail) =>
    text(`应为整数分值${detail}（条款 2.5）`, `has to be a whole number of points${detail} (clause 2.5)`),
  'not-a-quantity': words(
    `应为大于 0、不超过 ${MAX_QUANTITY} 的数量，至多两位小数`,
    `has to be a quantity above 0, up to ${MAX_QUANTITY}, with at most two decimals`,
  ),
  'not-a-digest': words('应为 64 位十六进制摘要', 'has to be a digest of 64 hexadecimal digits'),
  'not-a-window': words(
    '应为时段名称，如 life、2023、2023-H1、2023-Q3、2023-05',
    'has to be the name of a period: life, 2023, 2023-H1, 2023-Q3, 2023-05',
  ),
  'not-a-map': words('不是本库写出的索引', 'is not a map as this library writes them'),
  'not-json': words('JSON 无法表示此值', 'is not a value that JSON can hold'),
  empty: words('不能为空', 'must not be empty'),
  'too-many': (detail) => text(`不得超过 ${detail} 项`, `has to be ${detail} or fewer`),
  'too-deep': (detail) => text(`嵌套不得超过 ${detail} 层`, `is nested more than ${detail} levels deep`),
  'too-large': (detail) => text(`数据过大，上限 ${detail}`, `is too large: at most ${detail}`),
  unreadable: words('读取时出错', 'threw an error when it was read'),
  'unknown-version': (detail) => text(`没有此版本：${detail}`, `is not a known version: ${detail}`),
  'stale-fold': (detail) =>
    text(
      `由其他版本的折叠生成，请重新折叠：${detail}`,
      `was made by another fold; fold the history again: ${detail}`,
    ),
  'upcast-failed': (detail) =>
    text(`无法升级到现行版本：${detail}`, `cannot be brought to the current version: ${detail}`),
  'not-one-event': (detail) =>
    text(
      `升级后为 ${detail} 个事件，请用 parseEvents`,
      `becomes ${detail} events when brought up to date: use parseEvents`,
    ),
  'more-problems': (detail) =>
    text(`只列出前 ${detail} 个问题`, `has more problems than the ${detail} listed`),
  duplicate: (detail) => text(`重复：${detail}`, `is there already: ${detail}`),
  'unknown-item': (detail) =>
    text(`该角色没有此事项，只有：${detail}`, `has to be an item of the role: ${detail}`),
  'unknown-difficulty': (detail) =>
    text(`没有此难度，只有：${detail}`, `has to be named among the difficulties: ${detail}`),
  'unknown-limit': (detail) =>
    text(`以下角色没有此上限：${detail}`, `has to be a limit of each role: not of ${detail}`),
  'unknown-answer': (detail) =>
    text(`没有此答案，只有：${detail}`, `has to be one of the answers: ${detail}`),
  'wrong-entry': words(
    '开户积分只能记入报到类 (registration) 事项',
    "the opening is booked under an item whose entry is 'registration'",
  ),
  'wrong-scoring': (detail) =>
    text(`此类事项的计分方式只能是：${detail}`, `an item of this entry scores by ${detail}`),
  'entry-taken': (detail) =>
    text(
      `该角色已有同类事项：${detail}`,
      `the role has such an item already, and one is all that can be entered: ${detail}`,
    ),
  misplaced: (detail) => text(`只用于 ${detail} 类事项`, `is only for items whose entry is ${detail}`),
  'never-scores': words('以此为限，永不得分', 'is too small for anything to score'),
  backwards: (detail) => text(`不得早于 ${detail}`, `has to be on or after ${detail}`),
  overlap: (detail) => text(`与另一段重叠：${detail}`, `overlaps another: ${detail}`),
  'answer-out-of-reach': words(
    '答案不得改动 readings、id、format',
    'an answer changes rules, never readings, id or format',
  ),
  'answer-not-in-rules': words(
    '规则与所选答案不一致：套用其补丁会改变规则',
    'the rules do not say what the chosen answer says: its patch would change them',
  ),
  'answer-invalid': (detail) =>
    text(`选此答案则规则不成立：${detail}`, `with this answer the rules are not valid: ${detail}`),
  'answer-not-undone': words(
    '改选此答案后再选回所选答案，规则不能复原',
    'taken and taken back, this answer leaves the rules changed: the chosen answer’s patch has to undo it',
  ),
};
