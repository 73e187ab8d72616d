import { text } from '../words.js';

const many = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`;

export const audit = {
  navAudit: text('核查', 'Audit'),
  auditTitle: text('核查', 'Audit'),
  auditLead: text(
    '核对积分记录是否完整、是否符合规则，以及由谁经办。',
    'Whether the record is whole, whether it follows from the rules, and who entered what.',
  ),
  auditRun: text('开始核查', 'Check the record'),
  sealsTitle: text('封存核验', 'Seals'),
  sealsLead: text(
    '每条记录在登记时即予封存，同一账户的记录逐条相连。改动、删除、插入记录或变更次序，均可查出。',
    'Every entry is sealed as it is entered, and tied to the one before it in its account. Any entry that was changed, left out, put in or moved shows.',
  ),
  sealsFine: (accounts: number, entries: number) =>
    text(
      `${accounts} 个账户的 ${entries} 条记录均与封存时一致。`,
      `${many(entries, 'entry', 'entries')} of ${many(accounts, 'account', 'accounts')} ${entries === 1 ? 'is' : 'are'} as sealed.`,
    ),
  sealsBroken: (n: number) =>
    text(
      `${n} 个账户的记录与封存时不符，请核对备份：`,
      `${many(n, 'account is', 'accounts are')} not as sealed; compare with a copy:`,
    ),
  sealedLater: (n: number, on: string) =>
    text(
      `其中 ${n} 条是登记之后补封的，补封于 ${on}；补封之前是否改动过，须对照当时的备份。`,
      `${many(n, 'entry was', 'entries were')} sealed later than entered, by ${on}. Whether anything was changed before that, only a copy from that time shows.`,
    ),
  keptEnds: text('已留存的核验码', 'Ends that were kept'),
  keptLead: text(
    '整个账户或最新记录连同封存信息一并删除的，封存核验不能发现。请定期留存各账户的核验码，并抄下或下载后另行保管，以后核查时即可发现。',
    'Seals do not show that a whole account, or its newest entries with their seals, is gone. Keep the ends of all accounts from time to time, and a copy elsewhere: a later check shows it.',
  ),
  keepEnd: text('留存核验码', 'Keep the ends'),
  endKept: text('核验码已留存', 'The ends are kept'),
  endsFile: text('下载已留存的核验码', 'Download the ends that were kept'),
  chainLength: text('核验码数', 'Ends'),
  chainHead: text('总核验码', 'Head of all'),
  keptOn: text('留存日期', 'Kept on'),
  keptBy: text('留存人', 'Kept by'),
  endHolds: text('未改动', 'unchanged'),
  endBroken: text('已被改动', 'changed since'),
  chainBroken: text(
    '留存之前的记录已被改动，请核对备份。',
    'Entries from before the ends were kept have been changed: compare them with a copy.',
  ),
  chainIntact: text('与留存的核验码一致。', 'The record agrees with all ends that were kept.'),
  decisionsTitle: text('逐条核验', 'Decisions'),
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
  atCommandLine: text('服务器命令行', 'command line'),
  peopleAdded: text('新增', 'added'),
  peopleRole: text('更改身份', 'role changed'),
  peoplePassword: text('重设密码', 'new password'),
  peopleRemoved: text('删除', 'removed'),
  peopleLink: text('更改统一认证账号', 'single sign-on changed'),
  peopleKeyMade: text('发放接口密钥', 'API key made'),
  peopleKeyRevoked: text('撤销接口密钥', 'API key revoked'),
  peopleWhat: text('办理事项', 'What was done'),
} as const;
