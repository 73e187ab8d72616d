import { type Account, assessment } from '../account/account.js';
import { balanceOn } from '../account/balance.js';
import type { BankEvent } from '../account/events.js';
import type { Refusal } from '../account/refusals.js';
import type { RuleSet } from '../rules/rule-set.js';
import type { CalendarDate } from '../values/calendar.js';
import { deepFreeze } from '../values/json.js';
import { type Text, text } from '../values/text.js';
import { accountSums, type Pair, paired } from './account-sums.js';
import { copied } from './copied.js';
import type { Replay, Replayed } from './replay.js';

/** One entry that the two rule sets decide differently. */
export type EntryChange = {
  /** The entry as it is on record. */
  readonly recorded: BankEvent;
  /** Points under each rule set; absent where it refuses the entry. */
  readonly a?: number;
  readonly b?: number;
  readonly refusedByA?: Refusal;
  readonly refusedByB?: Refusal;
  /** The change in a sentence; `explain` says more of either side. */
  readonly text: Text;
};

/** One account under two rule sets. */
export type AccountComparison = {
  readonly accountId: string;
  readonly communityId: string;
  readonly role: string;
  readonly earned: Pair;
  readonly corrected: Pair;
  readonly redeemed: Pair;
  readonly assessment: Pair;
  /** What can be redeemed on the day that was asked for, else on that of the latest entry; lapsed points are left out. */
  readonly redeemable: Pair;
  /** Points earned by item, where they differ. */
  readonly byItem: { readonly [item: string]: Pair };
  /** Assessment by calendar year, where it differs. */
  readonly byYear: { readonly [year: string]: Pair };
  readonly changes: readonly EntryChange[];
  /** Redemptions of `a` that `b` refuses. */
  readonly lostRedemptions: readonly EntryChange[];
};

/** An account under two rule sets, with all of its sums, those that do not differ among them. */
export type ComparedReplays = {
  readonly comparison: AccountComparison;
  readonly items: ReadonlyMap<string, Pair>;
  readonly years: ReadonlyMap<string, Pair>;
};

/**
 * Compares what two replays of one history led to; `undefined` for a history without an opening.
 *
 * @param rules - the rule sets of the two replays
 * @param on - the day of the balances; that of the latest entry where left out
 */
export function compareReplays(
  a: Replay,
  b: Replay,
  rules: { readonly a: RuleSet; readonly b: RuleSet },
  on?: CalendarDate,
): ComparedReplays | undefined {
  const opening = a.outcomes.find(({ recorded }) => recorded.type === 'AccountOpened')?.recorded;
  if (opening?.type !== 'AccountOpened') return undefined;
  const { accountId, communityId, role } = opening.data;
  const changes = a.outcomes.flatMap((outcome, i) => changeOf(outcome, b.outcomes[i] as Replayed));
  const day = on ?? latestOf(a.account, b.account);
  const sums = { a: accountSums(a.account), b: accountSums(b.account) };
  const items = paired(sums.a.items, sums.b.items);
  const years = paired(sums.a.years, sums.b.years);
  const over = (of: 'earned' | 'corrected' | 'redeemed'): Pair => ({ a: sums.a[of], b: sums.b[of] });
  const comparison = deepFreeze({
    accountId,
    communityId,
    role,
    earned: over('earned'),
    corrected: over('corrected'),
    redeemed: over('redeemed'),
    assessment: { a: assessment(a.account), b: assessment(b.account) },
    redeemable: { a: balanceOn(a.account, day, rules.a), b: balanceOn(b.account, day, rules.b) },
    byItem: differing(items),
    byYear: differing(years),
    changes,
    lostRedemptions: changes.filter(
      ({ recorded, refusedByA, refusedByB }) =>
        recorded.type === 'PointsRedeemed' && refusedByA === undefined && refusedByB !== undefined,
    ),
  });
  return { comparison, items, years };
}

function latestOf(a: Account, b: Account): CalendarDate {
  const days = [a, b].map((account) => (account.status === 'open' ? account.latestOn : ''));
  return days.sort().at(-1) as string;
}

function changeOf(a: Replayed, b: Replayed): EntryChange[] {
  const before = a.now?.data.points;
  const after = b.now?.data.points;
  if (effectOf(a) === effectOf(b) && a.refusal?.code === b.refusal?.code) return [];
  const { recorded } = a;
  return [
    {
      recorded: copied(recorded),
      ...(before === undefined ? {} : { a: before }),
      ...(after === undefined ? {} : { b: after }),
      ...(a.refusal === undefined ? {} : { refusedByA: a.refusal }),
      ...(b.refusal === undefined ? {} : { refusedByB: b.refusal }),
      text: sentence(recorded, side(a), side(b)),
    },
  ];
}

/** All that an entry does to the figures: its points, what leaves the balance, and the day that its year is told by. */
function effectOf({ now }: Replayed): string {
  if (now === undefined) return '';
  const left = now.type === 'PointsRedeemed' ? now.data.deducted : 0;
  const day = now.type === 'ScoreCorrected' ? now.data.countsOn : now.data.on;
  return `${now.data.points} ${left} ${day}`;
}

function side({ now, refusal }: Replayed): Text {
  if (now !== undefined)
    return text(
      `${now.data.points} 分（条款 ${now.data.clause}）`,
      `${now.data.points} (clause ${now.data.clause})`,
    );
  if (refusal === undefined) return text('不重复计', 'nothing further');
  return text(
    `不予受理（条款 ${refusal.clause}：${refusal.text['zh-CN']}）`,
    `refused (clause ${refusal.clause}: ${refusal.text.en})`,
  );
}

function sentence({ data, type }: BankEvent, a: Text, b: Text): Text {
  return text(
    `${data.on} ${type}：由 ${a['zh-CN']} 变为 ${b['zh-CN']}。`,
    `${data.on} ${type}: ${a.en} becomes ${b.en}.`,
  );
}

/** The pairs that differ, under sorted keys. */
function differing(pairs: ReadonlyMap<string, Pair>): { [key: string]: Pair } {
  return Object.fromEntries(
    [...pairs].filter(([, { a, b }]) => a !== b).sort(([x], [y]) => (x < y ? -1 : 1)),
  );
}
