import { text } from '../words.js';

export const undoing = {
  undo: text('撤销', 'Undo'),
  undoEntry: (what: string) => text(`撤销：${what}`, `Undo: ${what}`),
  undoTitle: (id: string) => text(`撤销登记：${id}`, `Undo an entry: ${id}`),
  submitUndo: text('确认撤销', 'Undo the entry'),
  undoReason: text('撤销原因', 'Why it is undone'),
  /** Divided by `|`: what a clerk is offered to choose. */
  reasonsOfSlip: text(
    '记错人|计分项选错|难度选错|日期填错|重复登记',
    'wrong person|wrong item|wrong difficulty|wrong day|entered twice',
  ),
  reasonsOfReturn: text('物品退回|未领取|兑换内容选错', 'goods returned|not collected|wrong reward'),
  undoDayHint: text('办理撤销的日期。', 'The day on which it is undone.'),
  entryInQuestion: text('所办理的登记', 'The entry in question'),
  comesBack: text('退回内容', 'What comes back'),
  notReturned: (left: number) => text(`可退回 ${left} 份`, `${left} can come back`),
  undone: text('已撤销', 'undone'),
  partlyUndone: text('已部分退回', 'partly returned'),
  waits: text('待核定', 'waits to be verified'),
  verify: text('核定', 'Verify'),
  verifyEntry: (what: string) => text(`核定：${what}`, `Verify: ${what}`),
  verifyTitle: (id: string) => text(`核定登记：${id}`, `Verify an entry: ${id}`),
  submitVerify: text('核定', 'Verify the entry'),
  release: text('退岗', 'Give up a post'),
  releaseTitle: (id: string) => text(`退岗：${id}`, `Give up a post or project: ${id}`),
  submitRelease: text('记录退岗', 'Record that it is given up'),
  postGivenUp: text('所退出的岗位或项目', 'Post or project that is given up'),
  bar: text('限制资格', 'Bar'),
  barTitle: (id: string) => text(`限制资格：${id}`, `Bar the account: ${id}`),
  submitBar: text('登记限制资格', 'Bar the account'),
  ground: text('限制事由', 'Ground'),
  barredFrom: text('起始日期', 'From'),
  barredUntil: text('截止日期（含当日）', 'Up to (last day)'),
  barReason: text('具体情况', 'What happened'),
  decidedDayHint: text('作出决定的日期。', 'The day on which it was decided.'),
  send: text('积分转出', 'Send points'),
  sendTitle: (id: string) => text(`积分转出：${id}`, `Send points: ${id}`),
  submitSend: text('转出', 'Send the points'),
  sentTo: text('转入账户编号', 'Account that receives them'),
  receiveTitle: (id: string) => text(`积分转入：${id}`, `Receive points: ${id}`),
  submitReceive: text('转入', 'Receive the points'),
  sentFrom: (from: string, points: number, on: string) =>
    text(
      `账户 ${from} 于 ${on} 转出 ${points} 分。`,
      `Account ${from} sent ${points} ${points === 1 ? 'point' : 'points'} on ${on}.`,
    ),
  toReceive: (from: string) => text(`转入来自 ${from} 的积分`, `Receive the points from ${from}`),
  close: text('注销', 'Close'),
  closeTitle: (id: string) => text(`注销账户：${id}`, `Close the account: ${id}`),
  submitClose: text('注销账户', 'Close the account'),
  holdings: (handedOn: boolean) =>
    text(
      handedOn ? '（积分移交接续账户）' : '（积分清零）',
      handedOn ? ' (points go on)' : ' (points are forfeited)',
    ),
  goesOnIn: text('接续账户编号', 'Account in which it goes on'),
  goesOnInHint: text(
    '转到其他社区的必须填写，例如 dongpo-0042；本社区的已知时填写。接续账户在注销之后开设。',
    'Needed where it goes on at another community, such as dongpo-0042; at this one if it is known. That account is opened after this one is closed.',
  ),
  closingDayHint: (latest: string) =>
    text(
      `不早于最近一笔登记的日期（${latest}）。注销后不能撤销。`,
      `Not before the latest entry (${latest}). A closing cannot be undone.`,
    ),
  continueIt: text('开设接续账户', 'Open an account that continues it'),
  continuing: (ids: string) => text(`接续已注销的账户：${ids}`, `Goes on from closed accounts: ${ids}`),
  memberNumber: text('志愿者编号', "Volunteer's number"),
  memberNumberHint: text(
    '同一人有过其他账户时填写同一编号；没有的不填。',
    'The same for all accounts of one person; leave it empty if this is the only one.',
  ),
  approval: text('复核', 'Second person'),
  approver: text('复核人账号', 'User name of the second person'),
  approverHint: text(
    '由同一单位的另一名工作人员当面输入。',
    'Another member of the same office, here at the desk.',
  ),
  approverPassword: text('复核人密码', 'Password of the second person'),
  approverMissing: text(
    '按规则须由另一人复核，请复核人输入账号和密码。',
    'The rules ask for a second person, who gives user name and password.',
  ),
  approverWrong: text(
    '复核人的账号或密码不正确。',
    'The user name or the password of the second person is not right.',
  ),
  approverElsewhere: text(
    '复核人须是同一单位的工作人员。',
    'The second person has to be of the same office.',
  ),
} as const;
