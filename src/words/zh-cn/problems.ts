import { MAX_ID_LENGTH, MAX_TEXT_LENGTH } from '../../values/ids.js';
import { MAX_QUANTITY } from '../../values/points.js';
import { clip } from '../../values/text.js';
import type { ReportPack } from '../report-pack.js';

/** What follows on a problem where something else may have been meant. */
export function suggestion(name: string): string {
  return `（是否应为“${clip(name)}”？）`;
}

function wholeNumber(noun: string, detail: string): string {
  const [from, sign, to] = detail.split(' ');
  if (to === undefined) return `应为${noun}`;
  const range = from === '' ? (sign === '≥' ? '不小于' : sign === '=' ? '等于' : '不等于') : ` ${from} 至`;
  return `应为${range} ${to} 的${noun}`;
}

/** What is wrong with data. */
export const PROBLEMS: ReportPack['problems'] = {
  'not-an-object': () => '应为对象',
  'not-a-list': () => '应为列表',
  'not-a-boolean': () => '应为是或否',
  missing: (detail) => (detail === '' ? '缺少' : `缺少，且未填写“${detail}”，两项至少填写一项`),
  'unknown-field': () => '没有此项',
  'unknown-type': (detail) => `没有此类型：${detail}`,
  'not-one-of': (detail) => `只能是：${detail}`,
  'not-an-id': () =>
    `应为 1 至 ${MAX_ID_LENGTH} 个字符的标识，首尾无空格，无不可见或易混的字符，一词不混用不同文字，并采用合成字符形式`,
  'not-a-slug': () => '应为小写英文词，以 - 相连，不超过 64 个字符，且不是程序保留的名称',
  'not-a-locale': () => '应为语言代码',
  'not-a-text': () => `应为 1 至 ${MAX_TEXT_LENGTH} 个字符的文字，不能只有空格，无控制字符`,
  'not-a-date': () => '应为存在的日期（年-月-日），1900 年起',
  'not-a-day-of-year': () => '应为每年都有的日子（月-日）',
  'not-amounts': () => '应为按日合计，以日期为序，合计相符',
  'not-entries': () => '不是本库写出的记录',
  'not-a-whole-number': (detail) => wholeNumber('整数', detail),
  'not-points': (detail) =>
    `${wholeNumber('整数分值', detail)}；如有半分、四分之一分，先定每分的份数，再一律按份数填写`,
  'not-a-quantity': () => `应为大于 0、不超过 ${MAX_QUANTITY} 的数量，至多两位小数`,
  'not-a-digest': () => '应为 64 位十六进制摘要',
  'not-a-window': () => '应为期间名称，如 2023、2023-05、2024-02-29',
  'not-a-span': (detail) => `应为此处可用的期间，只能是：${detail}`,
  'not-an-amount': () => '应为整数，或至多两位小数的数量',
  'not-a-map': () => '不是本库写出的索引',
  'not-json': () => '此值无法以文字保存',
  empty: () => '不能为空',
  'too-many': (detail) => `不得超过 ${detail} 项`,
  'too-deep': (detail) => `嵌套不得超过 ${detail} 层`,
  'too-large': (detail) => `数据过大，上限 ${detail}`,
  unreadable: () => '读取时出错',
  'unknown-version': (detail) => `没有此版本：${detail}`,
  'stale-fold': (detail) => `由其他版本的汇总生成，请重新汇总：${detail}`,
  'upcast-failed': (detail) => `无法升级到现行版本：${detail}`,
  'not-one-event': (detail) => `升级后为 ${detail} 个事件，请按多个事件读取`,
  'more-problems': (detail) => `只列出前 ${detail} 个问题`,
  duplicate: (detail) => `重复：${detail}`,
  'unknown-item': (detail) => (detail === '' ? '没有计分项' : `该类别没有此计分项，只有：${detail}`),
  'unknown-office': (detail) => `须为办法所列机构之一：${detail}`,
  'unknown-role': (detail) => `没有此类别，只有：${detail}`,
  'unknown-difficulty': (detail) => (detail === '' ? '规则未定难度' : `没有此难度，只有：${detail}`),
  'unknown-limit': (detail) => `以下类别没有此上限：${detail}`,
  'unknown-answer': (detail) => `没有此答案，只有：${detail}`,
  'unknown-post': (detail) => (detail === '' ? '清单中没有岗位或项目' : `应为清单中的岗位或项目：${detail}`),
  'unknown-reward': () => '手册中没有这一兑换品',
  'not-both': (detail) => `不能与“${detail}”同时填写`,
  'not-above': (detail) => `应大于 ${detail}`,
  'not-alone': (detail) => `须与“${detail}”同时填写`,
  'above-maximum': (detail) => `不得大于所填上限 ${detail}`,
  'unknown-ground': (detail) => (detail === '' ? '规则未定限制事由' : `没有此限制事由，只有：${detail}`),
  'missing-locale': (detail) => `缺少规则语言 ${detail} 的文字`,
  'unknown-locale': (detail) => `不是规则的语言，只有：${detail}`,
  'wrong-entry': () => '开户积分只能记入报到类计分项',
  'wrong-scoring': (detail) => `此类计分项的计分方式只能是：${detail}`,
  'entry-taken': (detail) => `该类别已有同类计分项：${detail}`,
  misplaced: (detail) => `只用于这一类计分项：${detail}`,
  'never-scores': () => '以此为限，永不得分',
  'never-bites': (detail) => `永远不会超过此上限：期内至多 ${detail}`,
  'never-met': (detail) => `此条件永远不能满足：期内至多 ${detail}`,
  'nothing-before': () => '此条件永远不能满足：满足之前，所计内容无从产生',
  'no-effect': (detail) => `与“${detail}”并存，不起作用`,
  'never-spendable': (detail) => `积分可用之前即已失效：${detail}`,
  'never-carries': (detail) => `数额过小，按每 ${detail} 分结转，永远无可结转`,
  'too-dear': (detail) => `所需积分超过账户可持有的上限：${detail}`,
  'opening-differs': (detail) => `该计分项只在开户时记一次，开户积分与其分值不一致：${detail}`,
  'unknown-unit': (detail) => (detail === '' ? '没有按数量计分的事项' : `应为事项的计量单位：${detail}`),
  'not-counted-so': (detail) => `不适用于所计内容（${detail}）`,
  'gives-and-takes': (detail) => `所计为扣分，其中的计分项也可加分：${detail}`,
  backwards: (detail) => `不得早于 ${detail}`,
  'over-year-end': (detail) => `不得早于 ${detail}：一段开放期不能跨年`,
  overlap: (detail) => `与另一段重叠：${detail}`,
  'without-rule': (detail) => `只有规则定有相应部分，才能授予办理机构：${detail}`,
  'without-office': (detail) => `须有可办理该操作的机构：${detail}`,
  'answer-out-of-reach': () => '答案不得改动解释口径、规则标识和格式',
  'answer-not-in-rules': () => '规则与所选答案不一致：套用所选答案会改变规则',
  'answer-invalid': (detail) => `选此答案则规则不成立：${detail}`,
  'answer-not-undone': () => '改选此答案后再选回所选答案，规则不能复原',
};
