import { own } from '../../../values/json.js';
import type { MakeWritable } from '../../../values/writable.js';
import type { LooseMatter, UndoneOfSum, WritableItem } from '../account.js';

/*
 * Quantities that add up in a window before they score. An entry that is reversed takes what it scored with it, and that may be other
 * points than the sum loses by its quantity. The account keeps what was undone of a window until an entry scores there again, which
 * settles it.
 */

const NOTHING: UndoneOfSum = [0, 0];

/** What was undone of a window's sum since an entry last scored there. */
export function undoneOfSum(item: Pick<WritableItem, 'undone'> | undefined, window: string): UndoneOfSum {
  return own(item?.undone ?? {}, window) ?? NOTHING;
}

/** Notes a new entry: one that scores makes up for what was undone, and one that scores nothing leaves that as far off as it was. */
export function settleSum(item: WritableItem, { sum, detail }: LooseMatter, writable: MakeWritable): void {
  if (sum === undefined || item.undone === undefined) return;
  const [window, scored] = sum;
  const [quantity, points] = undoneOfSum(item, window);
  if (scored !== 0) setUndone(item, window, NOTHING, writable);
  else if (quantity !== 0 || points !== 0)
    setUndone(item, window, [quantity - (detail?.[0] ?? 0), points], writable);
}

/** Notes an entry that goes out of the account (`by` is 1), or comes back to it (−1). */
export function undoInSum(
  item: WritableItem,
  { sum, detail }: LooseMatter,
  by: 1 | -1,
  writable: MakeWritable,
): void {
  if (sum === undefined) return;
  const [window, scored] = sum;
  const [quantity, points] = undoneOfSum(item, window);
  setUndone(item, window, [quantity + by * (detail?.[0] ?? 0), points + by * scored], writable);
}

function setUndone(item: WritableItem, window: string, of: UndoneOfSum, writable: MakeWritable): void {
  const undone = writable(item.undone ?? {});
  item.undone = undone;
  if (of[0] !== 0 || of[1] !== 0) undone[window] = writable(of) as readonly number[] as UndoneOfSum;
  else delete undone[window];
  if (Object.keys(undone).length === 0) delete item.undone;
}
