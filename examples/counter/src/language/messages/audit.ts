import { text } from '../words.js';

export const audit = {
  navAudit: text('核查', 'Audit'),
  auditTitle: text('核查', 'Audit'),
  auditLead: text(
    '核对积分记录是否完整、是否符合规则，以及由谁经办。',
    'Whether the record is whole, whether it follows from the rules, and who entered what.',
  ),
  auditRun: text('开始核查', 'Check the record'),
  chainTitle: text('记录链', 'Chain'),
  chainLead: text(
    '全部记录按次序逐条相连，算出链尾。抄下或留存链尾，以后再核查，即可发现此前的记录是否被改动、删除或插入。',
    'Every entry is tied to the one before it. Keep the end, here or on paper: a later check shows whether anything before it was changed, left out or put in.',
  ),
  chainLength: text('记录条数', 'Entries'),
  chainHead: text('链尾', 'End of the chain'),
  keepEnd: text('留存链尾', 'Keep this end'),
  endKept: text('链尾已留存', 'The end is kept'),
  keptEnds: text('已留存的链尾', 'Ends that were kept'),
  keptOn: text('留存日期', 'Kept on'),
  keptBy: text('留存人', 'Kept by'),
  endHolds: text('未改动', 'unchanged'),
  endBroken: text('已被改动', 'changed since'),
  chainBroken: text(
    '留存链尾之前的记录已被改动，请核对备份。',
    'Entries before an end that was kept have been changed: compare them with a copy.',
  ),
  chainIntact: text('与留存的链尾一致。', 'It agrees with every end that was kept.'),
  decisionsTitle: text('逐条复核', 'Decisions'),
  decisionsFine: (n: number) =>
    text(
      `${n} 条记录均符合规则。`,
      n === 1 ? 'The entry follows from the rules.' : `All ${n} entries follow from the rules.`,
    ),
  decisionsWrong: (n: number) =>
    text(
      `${n} 条记录不符合规则：`,
      n === 1 ? '1 entry does not follow from the rules:' : `${n} entries do not follow from the rules:`,
    ),
  whoTitle: text('经办情况', 'Who did what'),
  whoEntered: text('经办人', 'Entered by'),
  whoUnknown: text('未记名', 'not named'),
  anybody: text('全部', 'everybody'),
  entryCount: text('登记', 'Entries'),
  correctionCount: text('更正', 'Corrections'),
  reversalCount: text('撤销', 'Undone'),
  whatWasEntered: text('登记内容', 'What was entered'),
  receivedAt: text('办理时间', 'Received'),
  peopleLogTitle: text('账号变动', 'Changes of users'),
  peopleAdded: text('新增', 'added'),
  peopleRole: text('更改身份', 'role changed'),
  peoplePassword: text('重设密码', 'new password'),
  peopleRemoved: text('删除', 'removed'),
  peopleLink: text('更改统一认证账号', 'single sign-on changed'),
  peopleKeyMade: text('发放接口密钥', 'API key made'),
  peopleKeyRevoked: text('撤销接口密钥', 'API key revoked'),
  peopleWhat: text('办理事项', 'What was done'),
} as const;
