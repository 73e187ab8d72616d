import type { Handbook, RuleSet } from 'points-bank';
import type { Problem } from 'points-bank/define';
import type { Sensitivity } from 'points-bank/simulation';
import type { LedgerSummary } from './ledger/ledger.js';
import { HANDBOOK } from './ledger/sample.js';
import type { Evaluation } from './rules/evaluate.js';
import type { JsonObject } from './rules/json.js';
import { ruleSetOf } from './rules/rule-sets.js';
import type { Text } from './words.js';
import type { Compared, LedgerSource, SimulatedPair } from './worker/protocol.js';

/** Something that takes its time. */
export type Work<T> =
  | { readonly is: 'idle' }
  | { readonly is: 'running'; readonly share: number }
  | { readonly is: 'failed'; readonly why: Text }
  | { readonly is: 'done'; readonly result: T; readonly ruleSets: RuleSets };

/** The rule sets that a result is of. */
export type RuleSets = { readonly a: RuleSet; readonly b: RuleSet };

export type State = {
  readonly base: RuleSet;
  readonly draft: JsonObject;
  /** What the draft came to when it was last judged. */
  readonly evaluation: Evaluation;
  readonly source: { readonly from: LedgerSource; readonly name: string } | undefined;
  readonly ledger: Work<LedgerSummary>;
  readonly comparison: Work<Compared>;
  readonly sensitivity: Work<Sensitivity>;
  readonly simulation: Work<SimulatedPair>;
  /** What a simulated population redeems from, before anything is changed of it. */
  readonly handbook: Handbook;
  /** Said once, of what was just done. */
  readonly notice: string;
};

export const IDLE = { is: 'idle' } as const;

const base = ruleSetOf(null);
let state: State = {
  base,
  draft: base as unknown as JsonObject,
  evaluation: { ok: true, ruleSet: base, deviations: [], loosened: [] },
  source: undefined,
  ledger: IDLE,
  comparison: IDLE,
  sensitivity: IDLE,
  simulation: IDLE,
  handbook: HANDBOOK,
  notice: '',
};
const listeners = new Set<(state: State, before: State) => void>();

export function current(): State {
  return state;
}

/** Changes the state and tells everyone who listens. */
export function change(part: Partial<State>): void {
  const before = state;
  state = { ...state, ...part };
  for (const listener of listeners) listener(state, before);
}

export function listen(listener: (state: State, before: State) => void): void {
  listeners.add(listener);
}

/** The rules as they were last valid; `undefined` while they are not. */
export function validRules({ evaluation }: State): RuleSet | undefined {
  return evaluation.ok ? evaluation.ruleSet : undefined;
}

export function problemsOf({ evaluation }: State): readonly Problem[] {
  return evaluation.ok ? [] : evaluation.problems;
}

/** Whether anything differs from the base. */
export function isChanged({ evaluation, base: from }: State): boolean {
  return evaluation.ok && evaluation.ruleSet !== from;
}
