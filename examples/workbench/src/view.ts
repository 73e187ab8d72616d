import type { State } from './state.js';

/** A part of the page: what it is, and how it follows the state. `before` is absent the first time. */
export type View = {
  readonly element: HTMLElement;
  readonly update: (state: State, before?: State) => void;
};
