import type { Command } from '../account/commands/command.js';
import type { BankEvent } from '../account/events/event.js';
import type { Account } from '../account/state/account.js';
import { initialAccount } from '../account/state/fold.js';
import type { RuleSet } from '../rules/rule-set.js';
import { deepFreeze } from '../values/json.js';
import { inWords } from './counterexample.js';
import type { Law } from './law.js';
import { allLaws } from './laws.js';
import { itemsOf, officeFor, worldOf } from './small-world.js';
import { accountIdOf, type Run, type Step, type Subject, subjectOf } from './subject.js';

/** What going through every sequence found. */
export type SmallScopeProof = {
  /** The commands of the small world, of which sequences are made. */
  readonly commands: number;
  /** The longest sequence. */
  readonly depth: number;
  /** Sequences covered: all of up to `depth` commands. */
  readonly sequences: number;
  /**
   * Sequences run. One in which a command changes nothing goes on as the shorter one without it does, and is not run again.
   */
  readonly run: number;
  readonly broken: readonly { readonly law: string; readonly how: string; readonly test: string }[];
};

/**
 * Goes through every sequence of a small world's commands up to a length and puts each to the laws: two accounts, two posts, two
 * halves of two years. What random tests may miss in so small a world, this does not.
 *
 * @param options - `depth`: the longest sequence; `commands`: those of the small world where left out; `subject`; `only`: names of laws
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
    readonly commands?: readonly Command[];
    readonly subject?: Subject;
    readonly only?: readonly string[];
  },
): SmallScopeProof {
  const { depth, commands = smallCommands(ruleSet), subject = subjectOf(ruleSet), only } = options;
  const laws = allLaws().filter(({ name }) => only === undefined || only.includes(name));
  const broken = new Map<string, SmallScopeProof['broken'][number]>();
  let run = 0;
  const extend = (
    steps: readonly Step[],
    events: readonly BankEvent[],
    accounts: ReadonlyMap<string, Account>,
  ): void => {
    for (const command of commands) {
      const step = take(subject, command, accounts);
      const happened = step.decision.accepted ? step.decision.events : [];
      const next: Run = {
        subject,
        steps: [...steps, step],
        events: [...events, ...happened],
        accounts: new Map([...accounts, [accountIdOf(command), step.after]]),
      };
      run += 1;
      judge(next, laws, broken, ruleSet);
      if (step.after !== step.before && next.steps.length < depth)
        extend(next.steps, next.events, next.accounts);
    }
  };
  extend([], [], new Map());
  let sequences = 0;
  for (let length = 1; length <= depth; length += 1) sequences += commands.length ** length;
  return deepFreeze({ commands: commands.length, depth, sequences, run, broken: [...broken.values()] });
}

function take(subject: Subject, command: Command, accounts: ReadonlyMap<string, Account>): Step {
  const before = accounts.get(accountIdOf(command)) ?? initialAccount;
  const decision = subject.decide(command, before);
  const after = decision.accepted ? decision.events.reduce(subject.evolve, before) : before;
  return { command, before, after, decision };
}

/** Puts a run to the laws that it has not been seen to break: the first run that breaks one is the shortest on its branch. */
function judge(
  run: Run,
  laws: readonly Law[],
  broken: Map<string, SmallScopeProof['broken'][number]>,
  ruleSet: RuleSet,
): void {
  for (const { name, clause, broken: brokenBy } of laws) {
    if (broken.has(name)) continue;
    const how = brokenBy(run);
    if (how === undefined) continue;
    const commands = run.steps.map(({ command }) => command);
    broken.set(name, {
      law: name,
      how,
      test: inWords({ name, clause: clause(ruleSet), how }, ruleSet, commands),
    });
  }
}

/** The commands of the smallest world: two accounts, two posts, both halves of two years, the first item of each kind. */
function smallCommands(ruleSet: RuleSet): Command[] {
  const { at, communityId } = worldOf(ruleSet);
  const by = (type: keyof RuleSet['authority']['offices']) => officeFor(ruleSet, type, communityId);
  const roles = Object.keys(ruleSet.roles);
  const [first = '', second = first] = [roles[0], roles.at(-1)];
  const rule = ruleSet.roles[first];
  if (rule === undefined) return [];
  const item = itemsOf(rule, 'activity')[0] ?? '';
  const claimItem = itemsOf(rule, 'claim')[0];
  const measure = measureOf(ruleSet, first, item);
  const claimed = claimItem === undefined ? {} : measureOf(ruleSet, first, claimItem);
  const open = (accountId: string, role: string): Command => ({
    type: 'OpenAccount',
    data: { accountId, role, communityId, on: at('2023-01-01'), formComplete: true, by: by('OpenAccount') },
  });
  const claim = (postId: string, on: string): Command => ({
    type: 'ClaimPost',
    data: { accountId: 'v1', postId, kind: 'post', ...claimed, on, by: by('ClaimPost') },
  });
  const credit = (accountId: string, matterId: string, on: string, post?: string): Command => ({
    type: 'CreditActivity',
    data: {
      accountId,
      item,
      matterId,
      ...measure,
      on,
      by: by('CreditActivity'),
      ...(post === undefined ? {} : { postId: post }),
    },
  });
  const redeem = (redemptionId: string, on: string): Command => ({
    type: 'RedeemPoints',
    data: {
      accountId: 'v1',
      redemptionId,
      communityId,
      lines: [{ rewardId: 'haircut', quantity: 1 }],
      on,
      by: by('RedeemPoints'),
    },
  });
  const correct = (correctionId: string, points: number, on: string): Command => ({
    type: 'CorrectScore',
    data: { accountId: 'v1', correctionId, points, reason: '核实', on, by: by('CorrectScore') },
  });
  return [
    open('v1', first),
    open('v2', second),
    { type: 'ReportIn', data: { accountId: 'v1', on: at('2023-06-30'), by: by('ReportIn') } },
    { type: 'ReportIn', data: { accountId: 'v1', on: at('2024-01-01'), by: by('ReportIn') } },
    claim('p1', at('2023-06-30')),
    claim('p2', at('2024-01-01')),
    credit('v1', 'm1', at('2023-07-01')),
    credit('v1', 'm2', at('2023-06-30'), 'p1'),
    credit('v2', 'm1', at('2024-01-01')),
    redeem('r1', at('2023-06-30')),
    redeem('r2', at('2023-07-01')),
    redeem('r3', at('2024-01-01')),
    correct('k1', -2, at('2023-07-01')),
    correct('k2', 1, at('2024-01-01')),
  ];
}

/** A measure that the item is scored by: its dearest tier, or two units. */
function measureOf(ruleSet: RuleSet, role: string, item: string): { difficulty?: string; quantity?: number } {
  const scoring = ruleSet.roles[role]?.items[item]?.scoring;
  if (scoring?.by === 'quantity') return { quantity: 2 };
  if (scoring?.by !== 'difficulty') return {};
  const [dearest] = Object.entries(scoring.points).sort(([, a], [, b]) => b - a);
  return dearest === undefined ? {} : { difficulty: dearest[0] };
}
