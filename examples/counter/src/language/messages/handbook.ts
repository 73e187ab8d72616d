import { text } from '../words.js';

/** The spans of a reward's limit, but for those of so many days or months. */
const PERIODS = {
  life: text('终身', 'ever'),
  year: text('每年度', 'a year'),
  'calendar-year': text('每自然年', 'a calendar year'),
  'half-year': text('每半年', 'a half-year'),
  quarter: text('每季度', 'a quarter'),
  month: text('每月', 'a month'),
  week: text('每周', 'a week'),
  day: text('每日', 'a day'),
  'account-year': text('每账户年', 'a year of the account'),
  period: text('每个兑换周期', 'a period of redeeming'),
  visit: text('每次兑换', 'a visit'),
} as const;

export const handbook = {
  limitPeriods: text(
    Object.values(PERIODS)
      .map((words) => words['zh-CN'])
      .join('|'),
    Object.values(PERIODS)
      .map(({ en }) => en)
      .join('|'),
  ),
  rewardLimit: text('每户限兑', 'Limit for an account'),
  rewardLimitPer: text('限兑周期', 'Limit counts over'),
  limitOf: (quantity: number, period: string) => text(`${period} ${quantity} 件`, `${quantity} ${period}`),
  limitLast: (last: number, of: 'days' | 'months') =>
    text(
      `任意 ${last} ${of === 'days' ? '日' : '个月'}内`,
      `in any ${last === 1 ? '' : `${last} `}${of === 'days' ? 'day' : 'month'}${last === 1 ? '' : 's'}`,
    ),
  stockFrom: text('盘点日期', 'Stock counted on'),
  consentUntil: text('同意截止日期', 'Consent up to'),
  standingConsent: text('一次性同意日期', 'Standing consent'),
  standingConsentUntil: text('一次性同意截止日期', 'Standing consent up to'),
  consentLacking: text('未经会议同意', 'no consent yet'),
  consentsLacking: (titles: string) =>
    text(
      `须经代表会议同意而未填同意日期，公布后暂不能兑换：${titles}`,
      `The representative meeting has to consent to these, which cannot be redeemed until it does: ${titles}`,
    ),
  moreRows: text('增加空行', 'More rows'),
  checkEdition: text('核对', 'Check'),
  checkTitle: (version: string) => text(`核对 ${version} 版`, `Check edition ${version}`),
  checkAhead: (day: string) =>
    text(
      `自 ${day} 起使用，此前可以修改或撤回。`,
      `It is used from ${day}; until then it can be changed or withdrawn.`,
    ),
  checkAtOnce: text(
    '公布后即使用，不能再修改；如需改动，请另公布新版。',
    'It is used at once and cannot be changed any more; publish another edition for changes.',
  ),
  confirmPublish: text('确认公布', 'Publish'),
  confirmChange: text('确认修改', 'Save the changes'),
  changeForm: text('返回修改', 'Back to the form'),
  comparedWith: (version: string) => text(`与 ${version} 版相比`, `Compared with ${version}`),
  isNew: text('新增', 'new'),
  wasBefore: (what: string, before: string) => text(`${what}原为 ${before}`, `${what}: was ${before}`),
  isDropped: (titles: string) => text(`不再列入：${titles}`, `No longer in it: ${titles}`),
  dropReward: text('不再列入', 'Leave out'),
  none: text('无', 'none'),
  ahead: text('尚未施行', 'not yet in use'),
  editEdition: text('修改', 'Change'),
  editEditionOf: (version: string) => text(`修改 ${version} 版`, `Change edition ${version}`),
  withdrawEdition: text('撤回', 'Withdraw'),
  withdrawEditionOf: (version: string) => text(`撤回 ${version} 版`, `Withdraw edition ${version}`),
  withdrawHint: text('撤回后该版不再保留。', 'The edition is gone after that.'),
  tooLateToChange: text(
    '该版已经施行，不能再修改或撤回。',
    'This edition is in use already; it can neither be changed nor withdrawn.',
  ),
  donePublished: (version: string) => text(`${version} 版已公布`, `Edition ${version} is published`),
  doneChanged: (version: string) => text(`${version} 版已修改`, `Edition ${version} is changed`),
  doneWithdrawn: (version: string) => text(`${version} 版已撤回`, `Edition ${version} is withdrawn`),
  doneFiled: (version: string) =>
    text(`${version} 版备案已登记`, `The filing of edition ${version} is recorded`),
  doneGoods: text('库存已更新', 'The stock is updated'),
  goodsTitle: text('入库登记', 'Goods that came in'),
  goodsLead: text(
    '到货数量计入库存；报损或另行领用的填负数。',
    'What came in is added to the stock; enter a number below 0 for what was damaged or used otherwise.',
  ),
  goodsReward: text('物品', 'Reward'),
  goodsLeft: (title: string, left: number) => text(`${title}（现有 ${left} 件）`, `${title} (${left} left)`),
  goodsQuantity: text('入库数量', 'How many'),
  goodsNote: text('说明', 'Note'),
  goodsSave: text('登记入库', 'Add to the stock'),
  goodsWrong: text('请填写不为零的整数。', 'Enter a whole number other than 0.'),
  goodsTooFew: (left: number) => text(`现有 ${left} 件，库存不足。`, `Only ${left} are left.`),
  goodsUnknown: text('请选择手册中有库存数量的物品。', 'Choose a reward of the handbook that has a stock.'),
  goodsDayWrong: (today: string) =>
    text(`请填写不晚于今天（${today}）的日期。`, `Enter a day up to today (${today}).`),
  goodsNoteLong: text('说明不超过 200 字。', 'The note is longer than 200 characters.'),
  recordedBy: text('经办', 'Entered by'),
  goodsRecords: text('入库记录', 'What came in'),
} as const;

export const PERIOD_KINDS = Object.keys(PERIODS);
