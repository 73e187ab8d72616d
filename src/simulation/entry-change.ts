import type { Refusal } from '../account/decide/refusal.js';
import type { BankEvent } from '../account/events/event.js';
import { type Text, text } from '../values/text.js';
import { copied } from './copied.js';
import type { Replayed } from './replay.js';

type Bilingual = ReturnType<typeof text>;

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

/** The change, in a list of its own; an empty one where there is none. */
export function changeOf(a: Replayed, b: Replayed): EntryChange[] {
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

function side({ now, refusal }: Replayed): Bilingual {
  if (now !== undefined)
    return text(
      `${now.data.points} 分（条款 ${now.data.clause}）`,
      `${now.data.points} (clause ${now.data.clause})`,
    );
  if (refusal === undefined) return text('不重复计', 'nothing further');
  return text(
    `未能办理（条款 ${refusal.clause}：${refusal.code}）`,
    `refused (clause ${refusal.clause}: ${refusal.code})`,
  );
}

function sentence({ data, type }: BankEvent, a: Bilingual, b: Bilingual): Bilingual {
  return text(
    `${data.on} ${type}：由 ${a['zh-CN']} 变为 ${b['zh-CN']}。`,
    `${data.on} ${type}: ${a.en} becomes ${b.en}.`,
  );
}
