import { dayOfMonth, happens, type Planning } from './planning.js';
import { below, type Chances, outcomeOf } from './random.js';

/** Plans which entries turn out to be slips and are undone, and which visits are returned. */
export function planUndoings({ days, dice, planned, redeeming, role }: Planning): void {
  for (const of of [...planned]) {
    if (of.kind !== 'entry' && of.kind !== 'visit') continue;
    const chance = of.kind === 'entry' ? role.slips : redeeming?.returns;
    if (chance === undefined) continue;
    const isUndone = dice() < chance.rolls;
    const entered = of.entered + 1 + below(chance.days, dice());
    if (isUndone && entered < days.dates.length) planned.push({ kind: 'undoing', entered, of });
  }
}

/** Plans the first change of role, and when the volunteer leaves. */
export function planDepartures(planning: Planning): void {
  const { planned, role } = planning;
  const { changing, leaving } = role;
  if (changing !== undefined) {
    const first = firstOf(planning, changing.aMonth, changing.roles);
    if (first !== undefined) {
      const [entered, to] = first;
      planned.push({ kind: 'change', entered, reason: changing.reason, to });
    }
  }
  if (leaving !== undefined) {
    const first = firstOf(planning, leaving.aMonth, leaving.reasons);
    if (first !== undefined) planned.push({ kind: 'leaving', entered: first[0], reason: first[1] });
  }
}

/** The first day on which it happens, and which of several ways it takes. */
function firstOf(
  planning: Planning,
  aMonth: Chances,
  { names, chances }: { readonly names: readonly string[]; readonly chances: Chances },
): [day: number, name: string] | undefined {
  const { days, dice, joined } = planning;
  for (const month of days.months) {
    if (month.first + month.length <= joined) continue;
    const isNow = outcomeOf(aMonth, dice()) > 0;
    const day = dayOfMonth(month, dice());
    const name = names[outcomeOf(chances, dice())] as string;
    if (isNow && day > joined && happens(planning, day)) return [day, name];
  }
  return undefined;
}
