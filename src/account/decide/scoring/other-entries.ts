import type { CompiledItem } from '../../../rules/compiled.js';
import { mostPoints } from '../../../rules/score.js';
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

/** The room that the matter's other entries leave for one with these points; `undefined` if they do not limit it. */
export function othersOfMatter(
  context: AccountContext,
  item: CompiledItem,
  data: Pick<Data, 'matterId' | 'postId'>,
  scored: number,
): MatterApplied | undefined {
  const together = roomOfMatter(context, item, data);
  const others = roomUnderOthers(context, item, data.matterId);
  if (others === undefined || scored <= 0) return together;
  const { held } = others;
  const maximum = Math.max(scored, held);
  if (together !== undefined && together.maximum - together.held <= maximum - held) return together;
  return { clause: context.rules.ruleSet.entries.clause, maximum, held, took: 0, highest: true };
}

/** The points of a matter under other items of the role, if only the highest counts, and the most that its entries may have together. */
export function roomUnderOthers(
  { account, role, rules }: AccountContext,
  item: CompiledItem,
  matterId: string,
): { readonly held: number; readonly maximum: number } | undefined {
  if (rules.ruleSet.entries.matters !== 'highest') return undefined;
  let held = 0;
  let most = mostPoints(item.rule);
  for (const other of role.activities) {
    if (other === item) continue;
    // Entries that wait to be verified take nothing yet.
    for (const { entry } of mattersNamed(account, other.id, matterId)) {
      held += Math.max(pointsOf(entry), 0);
      // Another entry may hold what its item scores beyond this one.
      most = Math.max(most, mostPoints(other.rule));
    }
  }
  return held === 0 ? undefined : { held, maximum: Math.max(held, most) };
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
