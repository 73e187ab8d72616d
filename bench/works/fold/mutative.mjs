// One `create` for each event, with mutative's defaults, which do not freeze; what comes out is frozen once at the end.
import { create } from 'mutative';
import { freezeAccount, opened, step } from './limit.mjs';

export const share = 0.05;

export function fold(events) {
  let account = opened(events[0].data);
  for (let i = 1; i < events.length; i += 1) {
    const event = events[i];
    account = create(account, (draft) => step(draft, event));
  }
  return freezeAccount(account);
}
