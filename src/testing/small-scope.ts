import type { Command } from '../account/commands/command.js';
import { requireCommands } from '../account/commands/require-commands.js';
import type { BankEvent } from '../account/events/event.js';
import type { Account } from '../account/state/account.js';
import { initialAccount } from '../account/state/fold.js';
import type { RuleSet } from '../rules/rule-set.js';
import { deepFreeze } from '../values/json.js';
import { counterexampleTest } from './counterexample.js';
import type { Law } from './law.js';
import { lawsNamed } from './laws.js';
import { type SmallCommand, smallCommands } from './small-commands.js';
import { accountIdOf, type CommandRun, type CommandStep, type Subject, subjectOf } from './subject.js';

/** The result of checking every sequence. */
export type SmallScopeProof = {
  /** The number of commands from which sequences are made. */
  readonly commands: number;
  /** The length of the longest sequence. */
  readonly depth: number;
  /** The number of sequences covered: all with up to `depth` commands. */
  readonly sequences: number;
  /** The number of sequences run. A command that changes nothing ends its sequence, because the shorter one without it covers the rest. */
  readonly run: number;
  /** The laws broken, each by a shortest sequence of its branch. */
  readonly broken: readonly { readonly law: string; readonly how: string; readonly test: string }[];
};

/**
 * Checks the laws for every sequence of commands up to a length, in a small world of two accounts, one that continues them once they are
 * closed, two posts and both halves of two years. In so small a world it misses nothing, where random tests may.
 *
 * @param options - `depth`: the length of the longest sequence; `commands`: the commands, by default those of the small world;
 *   `subject`: the implementation under test; `only`: the names of the laws to check
 *
 * @example
 * ```ts
 * import { proveSmallScope } from 'points-bank/testing'
 * import { renfa2022 } from 'points-bank/rule-sets'
 *
 * console.log(proveSmallScope(renfa2022, { depth: 2 }).broken.length) // → 0
 * ```
 */
export function proveSmallScope(
  ruleSet: RuleSet,
  options: {
    readonly depth: number;
    readonly commands?: readonly SmallCommand[];
    readonly subject?: Subject;
    readonly only?: readonly string[];
  },
): SmallScopeProof {
  const asked: typeof options = Object(options);
  const { depth, commands: given = smallCommands(ruleSet), subject = subjectOf(ruleSet), only } = asked;
  if (!Number.isSafeInteger(depth) || depth < 0) throw new Error('depth has to be a whole number ≥ 0');
  requireCommands(given, ruleSet);
  const commands = [...given];
  const isOwn = asked.subject === undefined;
  const laws = lawsNamed(only);
  const broken = new Map<string, SmallScopeProof['broken'][number]>();
  let run = 0;
  const extend = (
    steps: readonly CommandStep[],
    events: readonly BankEvent[],
    accounts: ReadonlyMap<string, Account>,
  ): void => {
    for (const small of commands) {
      const command = typeof small === 'function' ? small(events) : small;
      if (command === undefined) continue;
      const step = stepOf(subject, command, accounts);
      const happened = step.decision.accepted ? step.decision.events : [];
      const next: CommandRun = {
        subject,
        steps: [...steps, step],
        events: [...events, ...happened],
        accounts: new Map([...accounts, [accountIdOf(command), step.after]]),
      };
      run += 1;
      checkRun(next, laws, broken, { ruleSet, isOwn });
      if (step.after !== step.before && next.steps.length < depth)
        extend(next.steps, next.events, next.accounts);
    }
  };
  extend([], [], new Map());
  let sequences = 0;
  for (let length = 1; length <= depth; length += 1) sequences += commands.length ** length;
  return deepFreeze({ commands: commands.length, depth, sequences, run, broken: [...broken.values()] });
}

function stepOf(subject: Subject, command: Command, accounts: ReadonlyMap<string, Account>): CommandStep {
  const before = accounts.get(accountIdOf(command)) ?? initialAccount;
  const decision = subject.decide(command, before);
  const after = decision.accepted ? decision.events.reduce(subject.evolve, before) : before;
  return { command, before, after, decision };
}

/** Checks the run against every law not yet broken. The first run that breaks a law is the shortest on its branch. */
function checkRun(
  run: CommandRun,
  laws: readonly Law[],
  broken: Map<string, SmallScopeProof['broken'][number]>,
  { ruleSet, isOwn }: { readonly ruleSet: RuleSet; readonly isOwn: boolean },
): void {
  for (const { name, clause, broken: brokenBy } of laws) {
    if (broken.has(name)) continue;
    const how = brokenBy(run);
    if (how === undefined) continue;
    const commands = run.steps.map(({ command }) => command);
    broken.set(name, {
      law: name,
      how,
      test: counterexampleTest({ name, clause: clause(ruleSet), how, isOwn }, ruleSet, commands),
    });
  }
}
