import type { Account, BankEvent, RuleSet } from 'points-bank';
import { communityRegister } from 'points-bank/reports';
import { type AccountKeys, type AccountRow, rowOf } from './account-row.js';
import { namesBy, together } from './known-names.js';
import { type AccountsAsked, type DeskFigures, MOST_KNOWN, type Projections } from './projections.js';
import { Promised, type Taken } from './stock.js';

type Kept = { readonly account: Account; readonly events: readonly BankEvent[] };
type Row = AccountRow & AccountKeys;

/** The read models of the store in memory: looked up in its events each time, with the library's own reports. */
export function memoryProjections(
  ruleSet: RuleSet,
  kept: ReadonlyMap<string, Kept>,
  taken: (communityId: string) => readonly Taken[],
): Omit<Projections, 'rebuild'> {
  const rows = (): Row[] =>
    [...kept.values()]
      .flatMap(({ account, events }) => rowOf(ruleSet, account, events) ?? [])
      .sort((a, b) => (a.accountId < b.accountId ? -1 : 1));
  const histories = (communityId?: string): (readonly BankEvent[])[] =>
    [...kept.values()].filter(({ account }) => isOf(account, communityId)).map(({ events }) => events);
  const asked = (meant: AccountsAsked) => rows().filter((row) => isMeant(row, meant));
  const communities = async () => [...new Set(rows().map(({ communityId }) => communityId))].sort();
  return {
    communities,
    async communitiesOf(accountIds) {
      const ids = new Set(accountIds);
      return new Map(
        rows().flatMap(({ accountId, communityId }) =>
          ids.has(accountId) ? [[accountId, communityId]] : [],
        ),
      );
    },
    async accounts(meant, { limit, offset = 0, order = 'by-id', after }) {
      const found = asked(meant).filter(({ accountId }) => after === undefined || accountId > after);
      if (order !== 'by-id') found.reverse();
      if (order === 'latest-first')
        found.sort((a, b) => (a.latestOn < b.latestOn ? 1 : a.latestOn > b.latestOn ? -1 : 0));
      return found.slice(offset, offset + limit).map(listed);
    },
    count: async (meant) => asked(meant).length,
    async highestNumbered(communityId) {
      const own = asked({ communityId }).filter(({ number }) => number !== undefined);
      return own.sort((a, b) => (a.number ?? 0) - (b.number ?? 0)).at(-1)?.accountId;
    },
    async desk({ communityId, on }) {
      const ids = communityId === undefined ? await communities() : [communityId];
      return ids.map((id) => deskFigures(id, asked({ communityId: id, state: 'open' }), on));
    },
    async matters(communityId) {
      const latest = new Map(
        together(histories(communityId).flatMap((events) => namesBy([], events)))
          .filter(({ times }) => times > 0)
          .sort((a, b) => (a.on < b.on ? -1 : 1))
          .flatMap(({ name, details }) => (details === null ? [] : [[name, details]])),
      );
      const byName = [...latest.values()].sort((a, b) => (a.matterId < b.matterId ? -1 : 1));
      return byName.sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0)).slice(0, MOST_KNOWN);
    },
    async posts(communityId) {
      const names = histories(communityId).flatMap((events) => namesBy([], events));
      return [...new Set(names.flatMap(({ kind, name }) => (kind === 'post' ? [name] : [])))]
        .sort()
        .slice(0, MOST_KNOWN);
    },
    async register(on, communityId) {
      const {
        accounts: _,
        closedAccounts: __,
        ...sums
      } = communityRegister(histories(communityId).flat(), { on });
      return sums;
    },
    stockLeft: async (communityId) => new Promised(taken(communityId)).stockLeft,
    async sendersTo(accountId) {
      const senders = [...kept].filter(([, { events }]) =>
        events.some((event) => event.type === 'PointsSent' && event.data.to === accountId),
      );
      return senders.map(([id]) => id).sort();
    },
  };
}

function listed({ latestOn, memberId, number, reportInFrom, earnedIn, ...row }: Row): AccountRow {
  return row;
}

function isOf(account: Account, communityId: string | undefined): boolean {
  return account.status !== 'unopened' && (communityId ?? account.communityId) === account.communityId;
}

function isMeant(row: Row, meant: AccountsAsked): boolean {
  const { communityId, state, on, notClosedBefore, word, memberId, busyAfter = '', reportInOn } = meant;
  const closedOn = row.closed?.on;
  const isClosed = closedOn !== undefined && (on === undefined || closedOn <= on);
  return (
    (communityId ?? row.communityId) === row.communityId &&
    (on === undefined || row.openedOn <= on) &&
    (state === undefined || isClosed === (state === 'closed')) &&
    (notClosedBefore === undefined || closedOn === undefined || closedOn >= notClosedBefore) &&
    (word === undefined ||
      word.accountIds.includes(row.accountId) ||
      row.accountId.toLowerCase().includes(word.text.toLowerCase())) &&
    (memberId ?? row.memberId) === row.memberId &&
    row.latestOn > busyAfter &&
    (reportInOn === undefined || (row.reportInFrom !== undefined && row.reportInFrom <= reportInOn))
  );
}

function deskFigures(communityId: string, open: readonly Row[], on: string): DeskFigures {
  const sum = (figure: (row: Row) => number) => open.reduce((total, row) => total + figure(row), 0);
  return {
    communityId,
    accounts: open.length,
    outstanding: sum((row) => row.redeemable),
    earned: sum(({ earnedIn }) => earnedIn[on.slice(0, 4)] ?? 0),
    notReportedIn: open.filter((row) => isMeant(row, { reportInOn: on })).length,
  };
}
