import { fullestOn } from '../../state/figures/measured.js';
import type { AccountContext } from '../context.js';
import { refuse } from '../outcome.js';
import { noRoom, roomFrom } from './limit-room.js';

/** Every limit on sending leaves room for the points, in every window that holds their day. */
export function requireTransferLimits(
  { account, rules }: AccountContext,
  { on, points }: { readonly on: string; readonly points: number },
): void {
  const { ruleSet } = rules;
  for (const [id, limit] of Object.entries(ruleSet.transfer?.limits ?? {})) {
    const asked = limit.counts === 'sent' ? points : 1;
    const { used, window } = fullestOn(account, limit, on, ruleSet);
    if (used + asked <= limit.maximum) continue;
    const again = roomFrom(account, limit, asked, on, ruleSet);
    const facts = { ...noRoom(id, limit, { asked, used }, again), window: window.key };
    refuse('transfer-limit-reached', limit.clause, facts, rules.readingsOf(`transfer.limits.${id}`));
  }
}
