// One `produce` for each event, as an evolve with immer is written. Immer freezes what it makes, as always.
import { produce } from 'immer';
import { opened, step } from './limit.mjs';

export const share = 0.05;

/** The account after one more event. */
export const evolve = produce((draft, event) => {
  step(draft, event);
});

export function fold(events) {
  let account = produce(opened(events[0].data), () => {});
  for (let i = 1; i < events.length; i += 1) account = evolve(account, events[i]);
  return account;
}
