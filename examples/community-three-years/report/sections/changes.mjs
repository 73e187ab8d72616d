import { explained, list, long, ROLES, signed, words } from '../words.mjs';

/** What was undone, which posts were given up, and which accounts were closed. */
export function changesSection({ bank, events }, { closedAccounts }) {
  const undone = events.filter(({ type }) => type === 'EntryReversed');
  const released = events.filter(({ type }) => type === 'PostReleased');
  return {
    id: 'changes',
    title: words('撤销、退岗与注销', 'Undone, given up, closed'),
    about: words(
      `撤销 ${undone.length} 笔：原记录保留，视同从未登记。注销账户 ${closedAccounts.length} 个，单独列示。`,
      `${undone.length} entries were undone: they stay on record, and count as if they had never been. ${closedAccounts.length} closed accounts are listed apart.`,
    ),
    tables: [
      eventsTable(words('撤销', 'Undone'), undone, bank.ruleSet, events),
      eventsTable(words('退岗', 'Posts given up'), released, bank.ruleSet, events),
      closedTable(closedAccounts),
    ],
  };
}

function eventsTable(title, shown, ruleSet, events) {
  return {
    title,
    columns: [
      { title: words('日期', 'day') },
      { title: words('账户', 'account') },
      { title: words('考核', 'assessment'), number: true },
      { title: words('可兑换', 'balance'), number: true },
      { title: words('说明', 'in words'), long: true },
    ],
    rows: shown.map((event) => [
      event.data.on,
      event.data.accountId,
      signed(event.data.assessment ?? 0),
      signed(event.data.balance ?? 0),
      long([explained(event, ruleSet, events)]),
    ]),
  };
}

function closedTable(accounts) {
  return {
    title: words('已注销账户', 'Closed accounts'),
    columns: [
      { title: words('账户', 'account') },
      { title: words('类别', 'role') },
      { title: words('开户', 'opened') },
      { title: words('注销', 'closed') },
      { title: words('原因', 'reason') },
      { title: words('接续账户', 'continued by') },
      { title: words('移交或清零', 'left the account'), number: true },
      { title: words('考核', 'assessment'), number: true },
    ],
    rows: accounts.map(({ accountId, role, openedOn, closed, closedOut, assessment }) => [
      accountId,
      ROLES[role],
      openedOn,
      closed.on,
      list([closed.title]),
      closed.continuedBy ?? '—',
      closedOut,
      assessment,
    ]),
  };
}

/** The sheet of an activity: everybody at once, each line accepted or refused by itself. */
export function sheetSection(entered, { bank }) {
  const lines = entered.filter(({ sheet }) => sheet);
  const [{ number, command }] = lines;
  const refused = lines.filter(({ decision }) => !decision.accepted);
  const recorded = lines.flatMap(({ decision }) => (decision.accepted ? decision.events : []));
  return {
    id: 'sheet',
    title: words('签到表', 'The sheet of an activity'),
    about: words(
      `第 ${number} 行：“${command.data.matterId}”，${lines.length} 人一次登记，记入 ${recorded.length} 人，未能办理 ${refused.length} 人。`,
      `Line ${number}: '${command.data.matterId}', ${lines.length} people entered at once; ${recorded.length} recorded, ${refused.length} refused.`,
    ),
    tables: [
      {
        title: words('签到表中未能办理的', 'Refused on the sheet'),
        columns: [{ title: words('账户', 'account') }, { title: words('说明', 'explanation'), long: true }],
        rows: refused.map(({ command: { data }, decision: { refusal } }) => [
          data.accountId,
          long([explained(refusal, bank.ruleSet)]),
        ]),
      },
    ],
  };
}
