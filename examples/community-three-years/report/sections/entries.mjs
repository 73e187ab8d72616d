import { filing } from 'points-bank';
import { COMMANDS, clauseWords, explained, long, NO_COMMAND, named, signed, words } from '../words.mjs';

/** What was accepted, by command. */
export function acceptedSection(entered) {
  const rows = Object.entries(COMMANDS).map(([type, title]) => commandRow(type, title, entered));
  const lines = new Set(entered.map(({ number }) => number)).size;
  const unknown = entered.filter(({ command }) => !(command.type in COMMANDS)).length;
  rows.push([NO_COMMAND, unknown, 0, 0, unknown, '']);
  return {
    id: 'accepted',
    title: words('办理情况', 'What was accepted'),
    about: words(
      `登记簿共 ${lines} 行，其中签到表一份，合计 ${entered.length} 笔。重复提交且内容相同的，予以接受而不重复记分。`,
      `The ledger has ${lines} lines, one of them the sheet of an activity, and ${entered.length} commands in all. What was sent again with the same content is accepted and credits nothing more.`,
    ),
    tables: [
      {
        title: words('按办理事项', 'By command'),
        columns: [
          { title: words('办理事项', 'command') },
          { title: words('笔数', 'commands'), number: true },
          { title: words('记入', 'recorded'), number: true },
          { title: words('重复提交', 'retried'), number: true },
          { title: words('未能办理', 'refused'), number: true },
          { title: words('分', 'points'), number: true },
        ],
        rows,
      },
    ],
  };
}

function commandRow(type, title, entered) {
  const lines = entered.filter(({ command }) => command.type === type);
  const accepted = lines.filter(({ decision }) => decision.accepted);
  const events = accepted.flatMap(({ decision }) => decision.events);
  const points = events.reduce((sum, event) => sum + movedBy(event), 0);
  const retried = accepted.filter(({ decision }) => decision.events.length === 0).length;
  return [title, lines.length, events.length, retried, lines.length - accepted.length, signed(points)];
}

/** What an event moves in the balances of the community. What a closing hands on stays there. */
function movedBy({ type, data }) {
  if (type === 'PointsRedeemed') return -data.deducted;
  if (type === 'EntryReversed') return data.balance;
  if (type === 'AccountClosed') return -data.forfeited;
  return data.points ?? 0;
}

/** What was refused, by reason, each with its first case. */
export function refusedSection(entered, { bank }) {
  const reasons = new Map();
  for (const entry of entered) {
    if (entry.decision.accepted) continue;
    const { code } = entry.decision.refusal;
    const cases = reasons.get(code);
    if (cases === undefined) reasons.set(code, [entry]);
    else cases.push(entry);
  }
  const sorted = [...reasons].sort(([a, { length: m }], [b, { length: n }]) => n - m || (a < b ? -1 : 1));
  const total = sorted.reduce((sum, [, cases]) => sum + cases.length, 0);
  return {
    id: 'refused',
    title: words('未能办理', 'What was refused'),
    about: words(
      `共 ${total} 笔，${sorted.length} 种原因。未能办理的，不改变任何账户。`,
      `${total} commands, for ${sorted.length} reasons. A refused command changes no account.`,
    ),
    tables: [
      {
        title: words('按原因', 'By reason'),
        columns: [
          { title: words('条款', 'clause') },
          { title: words('笔数', 'commands'), number: true },
          { title: words('示例', 'an example'), long: true },
        ],
        rows: sorted.map(([, [first, ...more]]) => [
          clauseWords(first.decision.refusal.clause),
          more.length + 1,
          exampleOf(first, bank.ruleSet),
        ]),
      },
    ],
  };
}

function exampleOf({ number, command, decision }, ruleSet) {
  const whose = command.data.accountId ?? '?';
  return long([
    explained(decision.refusal, ruleSet),
    words(
      `第 ${number} 行：${named(command)['zh-CN']}，${whose}`,
      `line ${number}: ${named(command).en}, ${whose}`,
    ),
  ]);
}

/** The handbooks, when each was filed, and what was redeemed from it. */
export function handbooksSection(handbooks, { bank, events }, entered) {
  const warnings = entered.flatMap(({ decision }) => (decision.accepted ? decision.warnings : []));
  const first = explained(warnings[0], bank.ruleSet);
  const redemptions = events.filter(({ type }) => type === 'PointsRedeemed');
  return {
    id: 'handbooks',
    title: words('积分手册', 'Handbooks'),
    about: words(
      `逾期备案的手册照常兑换，每次均予提示，共 ${warnings.length} 次。${first['zh-CN']}`,
      `A handbook filed late is used all the same, with a warning each time, ${warnings.length} in all. ${first.en}`,
    ),
    tables: [
      {
        title: words('备案与兑换', 'Filing and redemptions'),
        columns: [
          { title: words('版本', 'version') },
          { title: words('公布', 'published') },
          { title: words('备案期限', 'filing due') },
          { title: words('备案', 'filed') },
          { title: words('按期', 'in time') },
          { title: words('兑换次数', 'redemptions'), number: true },
          { title: words('兑换积分', 'points'), number: true },
        ],
        rows: handbooks.map((handbook) => handbookRow(handbook, bank.ruleSet, redemptions)),
      },
    ],
  };
}

function handbookRow(handbook, ruleSet, redemptions) {
  const { dueOn, filedOn, inTime } = filing(handbook, ruleSet);
  const from = redemptions.filter(({ data }) => data.handbook.version === handbook.version);
  return [
    handbook.version,
    handbook.published,
    dueOn,
    filedOn,
    inTime ? words('按期', 'in time') : words('逾期', 'late'),
    from.length,
    from.reduce((sum, { data }) => sum + data.points, 0),
  ];
}
