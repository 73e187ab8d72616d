// Copies by spread, as an evolve without any library is written: what an event changes is copied on the way down to it, and frozen.
// The account is a plain one in which every matter, post and correction is a member of one object.

import { evolve, opening } from '../evolve/spread.mjs';

export const share = 0.1;

export function fold(events) {
  let account = opening(events[0]);
  for (let i = 1; i < events.length; i += 1) account = evolve(account, events[i]);
  return account;
}
