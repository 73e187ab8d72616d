// One `create` for each event. Mutative freezes only where it is asked to, so it is: the library's accounts are frozen.
import { create } from 'mutative';
import { freezeAccount, opened, step } from './limit.mjs';

export const share = 0.05;

const FROZEN = { enableAutoFreeze: true };

export function evolve(account, event) {
  return create(account, (draft) => step(draft, event), FROZEN);
}

export function fold(events) {
  let account = freezeAccount(opened(events[0].data));
  for (let i = 1; i < events.length; i += 1) account = evolve(account, events[i]);
  return account;
}
