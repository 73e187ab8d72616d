import fc, { type IProperty } from 'fast-check';
import type { Clause, RuleSet } from '../rules/rule-set.js';
import { isList } from '../values/is-list.js';
import type { Text } from '../values/text.js';
import { counterexampleTest } from './counterexample.js';
import { arbitraries } from './generators/arbitraries.js';
import type { Law } from './law.js';
import { CLOSING_LAWS } from './laws/closing.js';
import { CONDITION_LAWS } from './laws/conditions.js';
import { DECISION_LAWS } from './laws/deciding.js';
import { FIGURE_LAWS } from './laws/figures.js';
import { FOLD_LAWS } from './laws/folding.js';
import { LIMIT_LAWS } from './laws/limits.js';
import { MATTER_LAWS } from './laws/matters.js';
import { PERSON_LAWS } from './laws/persons.js';
import { RECORD_LAWS } from './laws/recording.js';
import { REDEMPTION_LAWS } from './laws/redemption.js';
import { REVERSAL_LAWS } from './laws/reversing.js';
import { SCORING_LAWS } from './laws/scoring.js';
import { TRANSFER_LAWS } from './laws/transfers.js';
import { type CommandRun, runCommands, type Subject, subjectOf } from './subject.js';

/** All laws, starting with those on figures. */
export function allLaws(): readonly Law[] {
  return [
    ...FIGURE_LAWS,
    ...SCORING_LAWS,
    ...LIMIT_LAWS,
    ...CONDITION_LAWS,
    ...MATTER_LAWS,
    ...REDEMPTION_LAWS,
    ...TRANSFER_LAWS,
    ...REVERSAL_LAWS,
    ...CLOSING_LAWS,
    ...DECISION_LAWS,
    ...RECORD_LAWS,
    ...PERSON_LAWS,
    ...FOLD_LAWS,
  ];
}

/**
 * The laws of these names, or all of them.
 *
 * @throws if the names are no list
 */
export function lawsNamed(only: Iterable<string> | undefined): readonly Law[] {
  if (only === undefined) return allLaws();
  if (!isList(only)) throw new Error('the names of laws (only) have to be a list');
  const names = new Set(only);
  return allLaws().filter(({ name }) => names.has(name));
}

/** A law of a rule set, as a property for any test runner. */
export type NamedLaw = {
  readonly name: string;
  /** The rule set's clause for this law; `''` for a law of the ledger itself. */
  readonly clause: Clause;
  readonly title: Text;
  /** For `fc.assert` or `fc.check`. */
  readonly property: IProperty<[readonly unknown[]]>;
  /** How a run of these commands breaks it; `undefined` if it holds. */
  readonly broken: (commands: readonly unknown[]) => string | undefined;
};

/** A broken law. */
export type BrokenLaw = {
  readonly law: string;
  readonly clause: Clause;
  readonly title: Text;
  /** How the shrunk run breaks it. */
  readonly how: string;
  /** The commands of the shrunk run. */
  readonly commands: readonly unknown[];
  /** The shrunk run as a test to paste. */
  readonly test: string;
  readonly seed: number;
};

/** Options of {@link checkLaws}. */
export type CheckOptions = {
  /** The number of runs for each law; 100 by default. */
  readonly numRuns?: number;
  readonly seed?: number;
  /** The implementation under test; the library's own by default. */
  readonly subject?: Subject;
  /** The names of the laws to check; all by default. */
  readonly only?: readonly string[];
};

/** The result of {@link checkLaws}. */
export type LawReport = {
  readonly ok: boolean;
  readonly laws: number;
  readonly runs: number;
  readonly broken: readonly BrokenLaw[];
};

/**
 * The laws of the core as properties of generated command sequences: balances, limits, periods, retries, folding and explanations. They
 * run in any test runner.
 *
 * @param subject - the implementation under test; the library's own by default
 *
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import { laws } from 'points-bank/testing'
 * import { renfa2022 } from 'points-bank/rule-sets'
 *
 * const law = laws(renfa2022).find(({ name }) => name === 'balance-equation')
 * fc.assert(law.property, { numRuns: 20 })
 * console.log(law.clause) // → 4.2
 * ```
 */
export function laws(ruleSet: RuleSet, subject: Subject = subjectOf(ruleSet)): NamedLaw[] {
  const { commands } = arbitraries(ruleSet);
  return allLaws().map(({ name, clause, title, broken }) => {
    const brokenBy = (some: readonly unknown[]): string | undefined => broken(runCommands(subject, some));
    const property = fc.property(commands, (some) => {
      const how = brokenBy(some);
      if (how !== undefined) throw new Error(`law '${name}' is broken: ${how}`);
    });
    return { name, clause: clause(ruleSet), title, property, broken: brokenBy };
  });
}

/**
 * Checks every law for a rule set and reports the broken ones, each with its clause, an explanation, and a shrunk run that breaks it,
 * as a test to paste. The same seed gives the same report.
 *
 * @example
 * ```ts
 * import { checkLaws } from 'points-bank/testing'
 * import { renfa2022 } from 'points-bank/rule-sets'
 *
 * console.log(checkLaws(renfa2022, { numRuns: 5, seed: 1 }).ok) // → true
 * ```
 */
export function checkLaws(ruleSet: RuleSet, options: CheckOptions = {}): LawReport {
  const asked: CheckOptions = Object(options);
  const { numRuns = 100, seed = 0, subject = subjectOf(ruleSet), only } = asked;
  const isOwn = asked.subject === undefined;
  const sought = lawsNamed(only);
  const all = laws(ruleSet, subject).filter(({ name }) => sought.some((law) => law.name === name));
  const first = firstToBreak(sought, subject, { numRuns, seed });
  const broken = all.flatMap((law): BrokenLaw[] => {
    const run = first.get(law.name);
    if (run === undefined) return [];
    // From that run on, to shrink it.
    const {
      failed,
      counterexample,
      numRuns: runs,
    } = fc.check(law.property, { numRuns, seed, path: `${run}` });
    if (!failed || counterexample === null || runs === 0) return [];
    const [commands] = counterexample;
    const how = howBroken(law, commands);
    const { name, clause, title } = law;
    return [
      {
        law: name,
        clause,
        title,
        how,
        commands,
        test: counterexampleTest({ name, clause, how, isOwn }, ruleSet, commands),
        seed,
      },
    ];
  });
  return { ok: broken.length === 0, laws: all.length, runs: all.length * numRuns, broken };
}

/**
 * Which run is the first to break each law; a law that holds is not among them. The same seed makes the same runs for every law, so each
 * run is made once for all of them.
 */
function firstToBreak(
  asked: readonly Law[],
  subject: Subject,
  seen: { readonly numRuns: number; readonly seed: number },
): Map<string, number> {
  const first = new Map<string, number>();
  let left = asked;
  let runs = 0;
  const look = fc.property(arbitraries(subject.ruleSet).commands, (commands) => {
    const broken = lawsBrokenBy(left, subject, commands);
    for (const { name } of broken) first.set(name, runs);
    left = left.filter((law) => !broken.includes(law));
    runs += 1;
    return left.length > 0;
  });
  fc.check(look, { ...seen, endOnFailure: true });
  return first;
}

/** The laws that a run of these commands breaks. A subject that throws breaks every law. */
function lawsBrokenBy(all: readonly Law[], subject: Subject, commands: readonly unknown[]): readonly Law[] {
  try {
    const run = runCommands(subject, commands);
    return all.filter(({ broken }) => !holds(broken, run));
  } catch {
    return all;
  }
}

function holds(broken: Law['broken'], run: CommandRun): boolean {
  try {
    return broken(run) === undefined;
  } catch {
    return false;
  }
}

/** How the commands break the law. A subject that throws breaks it too. */
function howBroken(law: NamedLaw, commands: readonly unknown[]): string {
  try {
    return law.broken(commands) ?? 'it breaks only once: the subject is not deterministic';
  } catch (thrown) {
    return `it threw ${String(thrown)}`;
  }
}
