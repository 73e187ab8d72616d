import type { CompiledItem } from '../../../rules/compiled.js';
import type { CreditActivity } from '../../commands/command.js';
import type { MatterApplied } from '../../events/event.js';
import { matterKey } from '../../state/account.js';
import { enteredMatterOf, mattersNamed, pointsOf } from '../../state/records.js';
import type { AccountContext } from '../context.js';
import { refuse } from '../outcome.js';

/*
 * One matter may have several entries: as service and as attendance under one item, or under several items. What one of them holds, the
 * rules may take from the next.
 */

type Data = CreditActivity['data'];

/** What the matter's other entries leave for one that scores so many points; `undefined` where nothing stands in its way. */
export function othersOfMatter(
  context: AccountContext,
  item: CompiledItem,
  data: Pick<Data, 'matterId' | 'postId'>,
  scored: number,
): MatterApplied | undefined {
  const together = roomOfMatter(context, item, data);
  const held = pointsUnderOthers(context, item, data.matterId);
  if (held <= 0 || scored <= 0) return together;
  const maximum = Math.max(scored, held);
  if (together !== undefined && together.maximum - together.held <= maximum - held) return together;
  return { clause: context.rules.ruleSet.entries.clause, maximum, held, took: 0, highest: true };
}

/** The points that a matter has under other items of the role, where only the highest counts. */
function pointsUnderOthers(context: AccountContext, item: CompiledItem, matterId: string): number {
  return entriesUnderOthers(context, item, matterId).reduce((sum, { points }) => sum + points, 0);
}

/** The entries of a matter under other items of the role, where only the highest counts. */
export function entriesUnderOthers(
  { account, role, rules }: AccountContext,
  item: CompiledItem,
  matterId: string,
): readonly { readonly item: CompiledItem; readonly points: number }[] {
  if (rules.ruleSet.entries.matters !== 'highest') return [];
  const others = role.activities.filter((other) => other !== item);
  // Entries that wait to be verified take nothing yet.
  return others.flatMap((other) =>
    mattersNamed(account, other.id, matterId).map(({ entry }) => ({
      item: other,
      points: Math.max(pointsOf(entry), 0),
    })),
  );
}

/** What the matter's other entry leaves of its most points; all of them where it has no other. */
export function roomOfMatter(
  { account }: AccountContext,
  item: CompiledItem,
  data: Pick<Data, 'matterId' | 'postId'>,
): MatterApplied | undefined {
  const { clause, mostPerMatter: maximum, serviceAndAttendance, title } = item.rule;
  if (serviceAndAttendance !== 'together' || maximum === undefined) return undefined;
  const other = matterKey(data.matterId, data.postId === undefined ? 'service' : 'attendance');
  const entry = enteredMatterOf(account, item.id, other);
  if (entry === undefined) return undefined;
  const held = pointsOf(entry);
  if (held < maximum) return { clause, maximum, held, took: 0 };
  const facts = { item: item.id, title, matterId: data.matterId, held, maximum };
  return refuse('matter-used-up', clause, facts, item.readings.capacity);
}
