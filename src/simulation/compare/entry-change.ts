import type { Refusal } from '../../account/decide/refusal.js';
import type { BankEvent } from '../../account/events/event.js';
import type { Clause } from '../../rules/clause.js';
import type { RuleSet } from '../../rules/rule-set.js';
import { own } from '../../values/json.js';
import { afterChinese, type Text, text, written } from '../../values/text.js';
import { effectOf } from '../event-effect.js';
import type { ReplayOutcome } from './replay.js';

type Bilingual = ReturnType<typeof text>;

const ENTRIES: { readonly [T in BankEvent['type']]: Bilingual } = {
  AccountOpened: text('开户', 'opening'),
  PostClaimed: text('认领', 'claim'),
  PostReleased: text('退岗', 'post given up'),
  ActivityCredited: text('记分', 'credit'),
  EntryVerified: text('核定', 'verification'),
  PointsRedeemed: text('兑换', 'redemption'),
  ScoreCorrected: text('更正', 'correction'),
  EntryReversed: text('撤销', 'reversal'),
  PointsSent: text('积分转出', 'points sent'),
  PointsReceived: text('积分转入', 'points received'),
  AccountBarred: text('限制资格', 'bar'),
  AccountClosed: text('注销账户', 'closing'),
};

/** An entry that two rule sets decide differently. */
export type EntryChange = {
  /** The entry as recorded. */
  readonly recorded: BankEvent;
  /** The points under `a`; absent if it refuses the entry. */
  readonly a?: number;
  /** The points under `b`; absent if it refuses the entry. */
  readonly b?: number;
  readonly refusedByA?: Refusal;
  readonly refusedByB?: Refusal;
  /** The change in a sentence. `explain` describes either side in full. */
  readonly text: Text;
};

/** A list with the change, or an empty list if both rule sets decide alike. */
export function changeOf(
  a: ReplayOutcome,
  b: ReplayOutcome,
  rules: { readonly a: RuleSet; readonly b: RuleSet },
): EntryChange[] {
  const before = a.now === undefined ? undefined : effectOf(a.now).points;
  const after = b.now === undefined ? undefined : effectOf(b.now).points;
  if (contributionOf(a) === contributionOf(b) && a.refusal?.code === b.refusal?.code) return [];
  const { recorded } = a;
  return [
    {
      recorded: copied(recorded),
      ...(before === undefined ? {} : { a: before }),
      ...(after === undefined ? {} : { b: after }),
      ...(a.refusal === undefined ? {} : { refusedByA: a.refusal }),
      ...(b.refusal === undefined ? {} : { refusedByB: b.refusal }),
      text: sentence(recorded, side(a, rules.a), side(b, rules.b)),
    },
  ];
}

/** Everything that an entry contributes to the figures: its points, its deduction, and the day on which it counts. */
function contributionOf({ now }: ReplayOutcome): string {
  if (now === undefined) return '';
  const { points, balance, assessed, on } = effectOf(now);
  return `${points} ${balance} ${assessed} ${on}`;
}

/** What one rule set makes of the entry, in Chinese with the clause as its document writes it. */
function side({ now, refusal }: ReplayOutcome, { source }: RuleSet): Bilingual {
  const inChinese = (clause: Clause): string =>
    `条款${afterChinese(own(source?.numbering ?? {}, clause) ?? clause)}`;
  if (now !== undefined) {
    const { points } = effectOf(now);
    return text(
      `${written(points)} 分（${inChinese(now.data.clause)}）`,
      `${written(points)} (clause ${now.data.clause})`,
    );
  }
  if (refusal === undefined) return text('不重复计分', 'nothing further');
  return text(
    `未能办理（${inChinese(refusal.clause)}）`,
    `refused (clause ${refusal.clause}: ${refusal.code})`,
  );
}

function sentence({ data, type }: BankEvent, a: Bilingual, b: Bilingual): Bilingual {
  return text(
    `${data.on} ${ENTRIES[type]['zh-CN']}：原为${afterChinese(a['zh-CN'])}，改为${afterChinese(b['zh-CN'])}。`,
    `${data.on} ${ENTRIES[type].en}: ${a.en} becomes ${b.en}.`,
  );
}

/** A deep copy, so that freezing the change leaves the host's own event alone. */
function copied<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copied) as T;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, copied(member)])) as T;
}
