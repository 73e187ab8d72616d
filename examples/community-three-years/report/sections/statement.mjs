import { statement } from 'points-bank/reports';
import { clauseWords, explained, long, named, onDemand, signed, words } from '../words.mjs';

const OPENING = words('期初', 'opening');
const CLOSING = words('期末', 'closing');

/** One volunteer's statement over a period, each entry with its explanation in both languages, and what was refused meanwhile. */
export function statementSection({ id, accountId, period, about }, { bank, events }, entered) {
  const account = statement(events, { accountId, ...period });
  const { roleTitle, from, to } = account;
  return {
    id,
    title: words(`对账单：${accountId}`, `Statement of ${accountId}`),
    about: words(
      `${roleTitle['zh-CN']}，${from} 至 ${to}。${about['zh-CN']}`,
      `${roleTitle.en}, ${from} to ${to}. ${about.en}`,
    ),
    tables: [
      entriesTable(account, (entry) => explanationOf(entry, events, bank.ruleSet)),
      ...refusedTables(entered, accountId, period, bank),
    ],
  };
}

function entriesTable({ from, to, opening, entries, closing }, explanation) {
  const moved = closing.redeemable - opening.redeemable;
  return {
    title: words('明细', 'Entries'),
    columns: [
      { title: words('日期', 'day') },
      { title: words('编号', 'id'), onConsole: true },
      { title: words('事项', 'entry'), long: true },
      { title: words('分', 'points'), number: true },
      { title: words('可兑换', 'balance'), number: true },
      { title: words('考核', 'assessment'), number: true },
      { title: words('条款', 'clause') },
    ],
    rows: [
      [from, OPENING, OPENING, '', opening.redeemable, opening.assessment, ''],
      ...entries.map((entry) => [
        entry.on,
        entry.event.id,
        onDemand([explained(entry), entry.event.id, ...undoneNotes(entry)], explanation(entry)),
        signed(entry.points),
        entry.redeemable,
        entry.assessment,
        clauseWords(entry.clause),
      ]),
      [to, CLOSING, CLOSING, signed(moved), closing.redeemable, closing.assessment, ''],
    ],
  };
}

/** Why an entry scored what it did, and whether it was undone since. */
function explanationOf(entry, events, ruleSet) {
  const event = explained(events[entry.event.index], ruleSet, events);
  return [event, ...undoneNotes(entry)];
}

/** By which reversals the entry, or a part of it, is out. */
function undoneNotes({ reversedBy = [] }) {
  return reversedBy.map(({ reversalId, on, rewards }) =>
    rewards === undefined
      ? words(`该笔已于 ${on} 撤销（${reversalId}）。`, `Undone on ${on} (${reversalId}).`)
      : words(`该笔已于 ${on} 部分退回（${reversalId}）。`, `Returned in part on ${on} (${reversalId}).`),
  );
}

/** What was asked for in the period and refused; nothing where all was accepted. */
function refusedTables(entered, accountId, { from, to }, bank) {
  const rows = entered
    .filter(({ command, decision }) => !decision.accepted && command.data.accountId === accountId)
    .filter(({ command }) => command.data.on >= from && command.data.on <= to)
    .map(({ command, decision }) => [
      command.data.on,
      named(command),
      long([explained(decision.refusal, bank.ruleSet)]),
    ]);
  if (rows.length === 0) return [];
  return [
    {
      title: words('同期未能办理', 'Refused meanwhile'),
      columns: [
        { title: words('日期', 'day') },
        { title: words('办理事项', 'command') },
        { title: words('说明', 'explanation'), long: true },
      ],
      rows,
    },
  ];
}
