/*
 * Commands about something that was entered before: undone, given back, verified, given up, received, or gone on with.
 */
import type { BankEvent } from '../../src/index.js';
import type { About } from './entries.js';
import type { Command, Name } from './naive/commands.js';
import { type Account, type Line, nameOf } from './naive/ledger.js';
import type { Model } from './naive/model.js';

type Past = About & {
  readonly account: Account;
  readonly events: readonly BankEvent[];
  readonly any: <T>(of: readonly T[]) => T | undefined;
};

/** The commands that a step becomes by what was entered before it; none where there is nothing that they could be about. */
export function commandAbout(step: About, model: Model, events: readonly BankEvent[]): Command[] {
  const any = <T>(of: readonly T[]): T | undefined => of[step.pick % Math.max(of.length, 1)];
  // Closed accounts take nothing any more; they are asked now and then.
  const asked = [...model.accounts.values()].filter(
    ({ closed }) => closed === undefined || step.pick % 5 === 0,
  );
  const account = any(asked);
  if (account === undefined) return [];
  const { recordedOn } = step;
  return COMMANDS[step.about]({ ...step, account, events, any }).map((command) =>
    recordedOn === undefined ? command : ({ ...command, data: { ...command.data, recordedOn } } as Command),
  );
}

const COMMANDS: { readonly [A in About['about']]: (past: Past) => Command[] } = {
  undone: (past) => {
    const entry = past.any(past.account.log.filter((one) => nameOf(one) !== undefined));
    const name = entry === undefined ? undefined : nameOf(entry);
    return entry === undefined || name === undefined
      ? []
      : undo(past, withDay(name, entry.on, past.pick), entry.on);
  },
  reversal: (past) => {
    const reversal = past.any(past.account.chains.flatMap(({ reversals }) => reversals));
    return reversal === undefined ? [] : undo(past, { kind: 'reversal', id: reversal.id }, reversal.on);
  },
  returned: (past) => {
    const visit = past.any(past.account.log.filter((one) => one.what === 'visit'));
    const line = past.any(visit?.asked ?? []);
    if (visit === undefined || line === undefined) return [];
    return undo(past, { kind: 'redemption', id: visit.id }, visit.on, [
      { ...line, quantity: 1 + (past.pick % 2) },
    ]);
  },
  verified: ({ account, any, by, on, pick }) => {
    const entry = any(account.log.filter((one) => one.pending || pick % 9 === 0));
    const verifies = entry === undefined ? undefined : nameOf(entry);
    if (entry === undefined || verifies === undefined || !VERIFIED.includes(verifies.kind)) return [];
    const named = withDay(verifies, entry.on, pick);
    return [
      { type: 'VerifyEntry', data: { accountId: account.id, verifies: named, on: later(on, entry.on), by } },
    ];
  },
  released: ({ account, any, by, on }) => {
    const claim = any(account.log.filter((one) => one.what === 'claim'));
    if (claim === undefined) return [];
    const data = { accountId: account.id, postId: claim.post, on: later(on, claim.on), by };
    return [{ type: 'ReleasePost', data }];
  },
  received: ({ account, any, by, events, on, pick }) => {
    const sent = any(events.filter((event) => event.type === 'PointsSent'));
    if (sent === undefined) return [];
    const accountId = pick % 6 === 0 ? account.id : sent.data.to;
    return [{ type: 'ReceivePoints', data: { accountId, sent, on: later(on, sent.data.on), by } }];
  },
  closed: ({ account, any, by, on, pick }) => {
    // Seldom, and mostly so that another account can go on.
    if (pick % 3 !== 0) return [];
    const reason = any(['role-changed', 'moved', 'merged', 'merged', 'role-changed', 'left']) as string;
    return [
      { type: 'CloseAccount', data: { accountId: account.id, reason, on: later(on, account.latest), by } },
    ];
  },
  continued: ({ any, by, events, on, pick }) => {
    const closings = events.filter((event) => event.type === 'AccountClosed');
    const handing = closings.filter(({ data }) => data.handedOn !== undefined || pick % 9 === 0);
    const closing = any(handing);
    if (closing === undefined) return [];
    const continues = pick % 5 === 0 ? handing : [closing];
    const data = {
      accountId: `later ${pick % 2}`,
      role: ROLES[pick % 3] as string,
      communityId: 'linan',
      formComplete: true,
      continues,
      on: continues.map((one) => one.data.on).reduce(later, on),
      by,
    };
    return [{ type: 'OpenAccount', data }];
  },
};

/** Mostly with the day of a claim, which has to be told where its post has others. */
function withDay(name: Name, on: string, pick: number): Name {
  return name.kind === 'claim' && pick % 4 !== 0 ? { ...name, on } : name;
}

const VERIFIED: readonly string[] = ['matter', 'claim', 'report-in'];
const ROLES = ['community-party-member', 'in-service-party-member', 'resident'];

function undo(
  { account, by, on, pick }: Past,
  reverses: Name,
  since: string,
  lines?: readonly Line[],
): Command[] {
  const data = {
    accountId: account.id,
    reversalId: `reversal ${pick % 9}`,
    reverses,
    ...(lines && { lines }),
    reason: '登记差错',
    on: pick % 7 === 0 ? on : later(on, since),
    by,
  };
  return [{ type: 'ReverseEntry', data }];
}

function later(a: string, b: string): string {
  return [a, b].sort()[1] as string;
}
