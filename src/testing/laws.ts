import fc, { type IProperty } from 'fast-check';
import type { Clause, RuleSet } from '../rules/rule-set.js';
import type { Text } from '../values/text.js';
import { inWords } from './counterexample.js';
import { arbitraries } from './generators/arbitraries.js';
import type { Law } from './law.js';
import { DECISION_LAWS } from './laws/deciding.js';
import { FIGURE_LAWS } from './laws/figures.js';
import { FOLD_LAWS } from './laws/folding.js';
import { PERSON_LAWS } from './laws/persons.js';
import { REDEMPTION_LAWS } from './laws/redemption.js';
import { SCORING_LAWS } from './laws/scoring.js';
import { runCommands, type Subject, subjectOf } from './subject.js';

/** Every law, the ones on figures first. */
export function allLaws(): readonly Law[] {
  return [
    ...FIGURE_LAWS,
    ...SCORING_LAWS,
    ...REDEMPTION_LAWS,
    ...DECISION_LAWS,
    ...PERSON_LAWS,
    ...FOLD_LAWS,
  ];
}

/** A law of a rule set as a property that any test runner can run. */
export type NamedLaw = {
  readonly name: string;
  /** The clause that it comes from; `''` for a law of the ledger itself. */
  readonly clause: Clause;
  readonly title: Text;
  /** For `fc.assert` or `fc.check`. */
  readonly property: IProperty<[readonly unknown[]]>;
  /** How a run of these commands breaks it; `undefined` where it holds. */
  readonly broken: (commands: readonly unknown[]) => string | undefined;
};

/** A law that was broken. */
export type BrokenLaw = {
  readonly law: string;
  readonly clause: Clause;
  readonly title: Text;
  /** How the shrunk run breaks it. */
  readonly how: string;
  /** The shrunk run. */
  readonly commands: readonly unknown[];
  /** The shrunk run in words, as a test that can be pasted. */
  readonly test: string;
  readonly seed: number;
};

/** How the laws are checked. */
export type CheckOptions = {
  /** Runs for each law; 100 where left out. */
  readonly numRuns?: number;
  readonly seed?: number;
  /** What is put to the test; the library's own way of deciding where left out. */
  readonly subject?: Subject;
  /** The names of the laws to check; all where left out. */
  readonly only?: readonly string[];
};

/** What checking the laws found. */
export type LawReport = {
  readonly ok: boolean;
  readonly laws: number;
  readonly runs: number;
  readonly broken: readonly BrokenLaw[];
};

/**
 * The laws of the core as properties over generated runs of a rule set's commands: balances, caps, periods, retries, folding,
 * explanations. Each runs in any test runner.
 *
 * @param subject - what is put to the test; the library's own way of deciding under the rule set where left out
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
 * Checks every law of a rule set and reports the broken ones, each with its clause, how it is broken, and the shortest run that
 * breaks it, in words that can be pasted as a test. The same seed gives the same report.
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
  const { numRuns = 100, seed = 0, subject = subjectOf(ruleSet), only } = options;
  const all = laws(ruleSet, subject).filter(({ name }) => only === undefined || only.includes(name));
  const broken = all.flatMap((law): BrokenLaw[] => {
    const { failed, counterexample, numRuns: runs } = fc.check(law.property, { numRuns, seed });
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
        test: inWords({ name, clause, how }, ruleSet, commands),
        seed,
      },
    ];
  });
  return { ok: broken.length === 0, laws: all.length, runs: all.length * numRuns, broken };
}

/** The sentence that says how; a subject that throws breaks the law too. */
function howBroken(law: NamedLaw, commands: readonly unknown[]): string {
  try {
    return law.broken(commands) ?? 'it does not break twice: the subject is not deterministic';
  } catch (thrown) {
    return `it threw ${String(thrown)}`;
  }
}
