// One `produce` for a whole stream: the recipe goes through every event on one draft. Immer freezes what it makes, as always.
import { produce } from 'immer';
import { opened, step } from './limit.mjs';

export const share = 0.1;

export function fold(events) {
  return produce(opened(events[0].data), (draft) => {
    for (let i = 1; i < events.length; i += 1) step(draft, events[i]);
  });
}
