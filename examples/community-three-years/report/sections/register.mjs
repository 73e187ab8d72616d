import { clauseWords, ITEMS, list, ROLES, words } from '../words.mjs';

const MOVED = [
  { title: words('所得', 'earned'), number: true },
  { title: words('更正', 'corrected'), number: true },
  { title: words('兑换', 'redeemed'), number: true },
];
const ACCOUNTS = { title: words('账户', 'accounts'), number: true };
const ENTRIES = { title: words('笔数', 'entries'), number: true };
const BALANCE = { title: words('可兑换', 'outstanding'), number: true };

/** The community's register: by role, item and month, and each account. */
export function registerSection(register) {
  const { on, totals } = register;
  return {
    id: 'register',
    title: words('社区台账', 'The register'),
    about: words(
      `截至 ${on}，在用账户 ${totals.accounts} 个，已注销 ${totals.closedAccounts} 个，${totals.entries} 笔积分记录，所得 ${totals.earned} 分，已兑换 ${totals.redeemed} 分，未兑换 ${totals.redeemable} 分。`,
      `On ${on}: ${totals.accounts} open accounts, ${totals.closedAccounts} closed, ${totals.entries} entries, ${totals.earned} points earned, ${totals.redeemed} redeemed, ${totals.redeemable} outstanding.`,
    ),
    tables: [rolesTable(register), itemsTable(register), monthsTable(register), accountsTable(register)],
  };
}

function rolesTable({ byRole, totals }) {
  const rows = Object.entries(ROLES).map(([id, title]) => [title, byRole.find(({ role }) => role === id)]);
  return {
    title: words('按类别', 'By role'),
    columns: [{ title: words('类别', 'role') }, ACCOUNTS, ENTRIES, ...MOVED, BALANCE],
    rows: [...rows, [words('合计', 'all'), totals]].map(([title, of]) => [
      title,
      of.accounts,
      of.entries,
      of.earned,
      of.corrected,
      of.redeemed,
      of.redeemable,
    ]),
  };
}

function itemsTable({ byItem }) {
  return {
    title: words('按计分项', 'By item'),
    columns: [
      { title: words('计分项', 'item') },
      { title: words('条款', 'clauses') },
      ENTRIES,
      { title: words('分', 'points'), number: true },
      ...Object.values(ROLES).map((title) => ({ title, number: true })),
    ],
    rows: Object.entries(ITEMS).map(([id, title]) => {
      const { clauses, entries, points, roles } = byItem.find(({ item }) => item === id);
      const byRole = Object.keys(ROLES).map((id) => roles.find(({ role }) => role === id)?.points ?? 0);
      return [title, list(clauses.map(clauseWords)), entries, points, ...byRole];
    }),
  };
}

function monthsTable({ byMonth }) {
  return {
    title: words('按月', 'By month'),
    shown: 12,
    columns: [
      { title: words('月份', 'month') },
      ENTRIES,
      ...Object.values(ITEMS).map((title) => ({ title, number: true })),
      ...MOVED,
      BALANCE,
    ],
    rows: byMonth.map((of) => [
      of.month,
      of.entries,
      ...Object.keys(ITEMS).map((id) => of.items.find(({ item }) => item === id)?.points ?? 0),
      of.earned,
      of.corrected,
      of.redeemed,
      of.outstanding,
    ]),
  };
}

function accountsTable({ accounts }) {
  return {
    title: words('各账户', 'Each account'),
    shown: 10,
    columns: [
      { title: words('账户', 'account') },
      { title: words('类别', 'role') },
      { title: words('开户', 'opened') },
      ...MOVED,
      { title: words('考核', 'assessment'), number: true },
      { title: words('可兑换', 'balance'), number: true },
    ],
    rows: accounts.map((of) => [
      of.accountId,
      ROLES[of.role],
      of.openedOn,
      of.earned,
      of.corrected,
      of.redeemed,
      of.assessment,
      of.redeemable,
    ]),
  };
}
