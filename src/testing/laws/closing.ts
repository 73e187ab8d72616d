import type { HandedOn } from '../../account/commands/carried-event.js';
import type { AccountClosed, BankEvent } from '../../account/events/event.js';
import { redeemable } from '../../account/state/account.js';
import { balanceOn } from '../../account/state/figures/balance.js';
import type { RuleSet } from '../../rules/rule-set.js';
import { text } from '../../values/text.js';
import { usedBy, usesOf } from '../handed-on.js';
import { firstOf, type Law, perAccount, unequal } from '../law.js';
import { handedMoves, type Move, movesOf, sumOf } from '../moves.js';
import { standing } from '../standing.js';

/** The clause on closing accounts. */
function ofClosing({ closing, clauses }: RuleSet): string {
  return closing?.clause ?? clauses.accounts;
}

/** The laws of closing accounts, of continuing them, and of transfers. */
export const CLOSING_LAWS: readonly Law[] = [
  {
    name: 'closed-takes-nothing',
    clause: ofClosing,
    title: text('已注销的账户不再办理任何登记', 'a closed account takes nothing any more'),
    broken: (run) =>
      firstOf(run.steps, ({ after, before, decision }) => {
        if (before.status !== 'closed') return undefined;
        if (decision.accepted && decision.events.length > 0) return 'a closed account took another entry';
        return before === after ? undefined : 'a closed account changed';
      }),
  },
  {
    name: 'closed-holds-nothing',
    clause: ofClosing,
    title: text('注销之后账户无余额', 'a closed account holds nothing from its closing on'),
    broken: (run) =>
      firstOf(run.accounts, ([id, account]) => {
        if (account.status !== 'closed' || account.closed === undefined) return undefined;
        const { ruleSet } = run.subject;
        const held = [redeemable(account), balanceOn(account, account.closed.on, ruleSet)];
        return unequal(`what ${id} holds`, held, [0, 0]);
      }),
  },
  {
    name: 'handed-on-whole',
    clause: ofClosing,
    title: text(
      '接续账户时积分不增不减，逐日相同',
      'what a closing hands on is what the account had, day by day: no point is lost or invented',
    ),
    broken: (run) =>
      perAccount(run, (events, id) => {
        const closing = events.at(-1);
        if (closing?.type !== 'AccountClosed') return undefined;
        return handedWhole(events, closing, run.subject.ruleSet, id);
      }),
  },
  {
    name: 'uses-handed-on',
    clause: ofClosing,
    title: text(
      '接续账户时，已用的额度和次数、在岗和限制照样交接',
      'a closing hands on what was used and what is held: room under limits, visits, report-ins, posts and bars',
    ),
    broken: (run) =>
      perAccount(run, (events, id) => {
        const closing = events.at(-1);
        if (closing?.type !== 'AccountClosed' || closing.data.handedOn === undefined) return undefined;
        const expected = usedBy(events, closing.data.on);
        return unequal(`what ${id} used`, usesOf(closing.data.handedOn), usesOf(expected));
      }),
  },
  {
    name: 'taken-up-whole',
    clause: ofClosing,
    title: text(
      '接续的账户原样承接',
      'the account that continues another has what was handed on, and its opening',
    ),
    broken: (run) =>
      perAccount(run, ([opening], id) => {
        if (opening?.type !== 'AccountOpened' || opening.data.continues === undefined) return undefined;
        const handed = sumOf(handedMoves(opening));
        const account = run.subject.fold([opening]);
        return unequal(`what ${id} begins with`, redeemable(account), handed + opening.data.points);
      }),
  },
  {
    name: 'transfer-arrives-once',
    clause: ({ transfer, clauses }) => transfer?.clause ?? clauses.accounts,
    title: text('转出的积分只转入一次', 'an account receives the points of a transfer once'),
    broken: (run) =>
      perAccount(run, (events, id) => {
        const seen = new Set<string>();
        return firstOf(standing(events), (event) => {
          if (event.type !== 'PointsReceived' && event.type !== 'PointsSent') return undefined;
          const { transferId } = event.data;
          if (seen.has(transferId)) return `${id} has transfer '${transferId}' twice`;
          seen.add(transferId);
          return undefined;
        });
      }),
  },
  {
    name: 'transfer-keeps-the-sum',
    clause: ({ transfer, clauses }) => transfer?.clause ?? clauses.accounts,
    title: text(
      '积分转移不改变积分总和，也不改变考核积分',
      'transfers move balances alone, and keep their sum',
    ),
    broken: (run) =>
      firstOf(run.steps, ({ after, before, decision }) => {
        const [event] = decision.accepted ? decision.events : [];
        if (event?.type !== 'PointsSent' && event?.type !== 'PointsReceived') return undefined;
        if (after.status !== 'open' || before.status !== 'open')
          return 'a transfer changed more than figures';
        const sign = event.type === 'PointsSent' ? -1 : 1;
        const moved = [redeemable(after) - redeemable(before), after.earned - before.earned];
        return unequal('what a transfer moves', moved, [sign * event.data.points, 0]);
      }),
  },
];

function handedWhole(
  events: readonly BankEvent[],
  { data }: AccountClosed,
  { closing }: RuleSet,
  id: string,
): string | undefined {
  const isForfeited = closing?.reasons[data.reason]?.holdings === 'forfeited';
  const forfeited = isForfeited ? Math.max(data.balance, 0) : 0;
  if (data.forfeited !== forfeited) return `${id} forfeits ${data.forfeited} of ${data.balance}`;
  if (isForfeited) return data.handedOn === undefined ? undefined : `${id} is forfeited and hands on`;
  if (data.handedOn === undefined) return `${id} hands nothing on`;
  return unequal(
    `what ${id} hands on`,
    byDay(movesOfHanded(data.handedOn)),
    byDay(movesOf(standing(events))),
  );
}

function movesOfHanded(handedOn: HandedOn): Move[] {
  const continued = { accountId: '', communityId: '', closedOn: '', reason: '', handedOn };
  const data = { continues: [continued] };
  return handedMoves({ data } as unknown as Parameters<typeof handedMoves>[0]);
}

/** The sums of moves by kind and day, in a fixed order. */
function byDay(moves: readonly Move[]): unknown {
  const sums = new Map<string, number>();
  for (const { of, on, points } of moves) {
    const key = `${of} ${on}`;
    sums.set(key, (sums.get(key) ?? 0) + points);
  }
  return [...sums].filter(([, points]) => points !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
}
