import type { CompiledRules } from '../../rules/compiled.js';
import type { RuleSet } from '../../rules/rule-set.js';
import type { Command } from '../commands/command.js';
import { type Decision, refuse } from './verdict.js';

/*
 * The persons at an office: who entered a command, who approved it, and whose account it is for. What a rule would have to judge has
 * to be said: where nobody is named, the command is refused, since else a rule could be passed by leaving a name out.
 */

type Asked = Pick<Command, 'type'> & { readonly data: Pick<Command['data'], 'accountId' | 'by'> };

/** The person whose account it is: the member that the opening named, or else whoever the account is called after. */
export function memberOf({
  accountId,
  memberId,
}: {
  readonly accountId: string;
  readonly memberId?: string;
}): string {
  return memberId ?? accountId;
}

/** Nobody enters or approves points of an account of their own, and a second person approves, as far as the rules ask for that. */
export function enteredByOthers(rules: CompiledRules, command: Asked, member: string): Decision | undefined {
  const { authority } = rules.ruleSet;
  const { clause } = authority;
  const { accountId, by } = command.data;
  const { recorder, approvedBy } = by;
  const rests = partsInForce(rules.ruleSet);
  if (rests.length === 0) return undefined;
  if (recorder === undefined) {
    const facts = { command: command.type, accountId };
    return refuse('recorder-not-named', clause, facts, rules.rests(...rests));
  }
  if (authority.self === 'refused') {
    if (recorder === member) {
      const facts = { memberId: member, person: 'recorder' } as const;
      return refuse('self-issue', clause, facts, rules.rests('authority.self'));
    }
    if (authority.approval === 'two-person' && approvedBy === member) {
      const facts = { memberId: member, person: 'approver' } as const;
      return refuse('self-issue', clause, facts, rules.rests(...rests));
    }
  }
  if (authority.approval === 'one-person') return undefined;
  if (approvedBy === undefined) {
    return refuse('approval-missing', clause, { recorder }, rules.rests('authority.approval'));
  }
  if (approvedBy === recorder) {
    return refuse('approval-by-recorder', clause, { recorder }, rules.rests('authority.approval'));
  }
  return undefined;
}

const NONE: readonly string[] = [];
const SELF: readonly string[] = ['authority.self'];
const APPROVAL: readonly string[] = ['authority.approval'];
const BOTH: readonly string[] = [...SELF, ...APPROVAL];

/** The parts of the rules that ask something of the persons. */
function partsInForce({ authority: { self, approval } }: RuleSet): readonly string[] {
  if (self === 'refused') return approval === 'two-person' ? BOTH : SELF;
  return approval === 'two-person' ? APPROVAL : NONE;
}

/**
 * The parts of the rules that let an entry's persons pass: a rule that is in force let every entry pass, one that is not those that it
 * would have refused. Where nobody is named there was nothing to judge.
 */
export function personParts(
  { ruleSet }: CompiledRules,
  { by }: Asked['data'],
  member: string,
): readonly string[] {
  const { recorder, approvedBy } = by;
  const inForce = partsInForce(ruleSet);
  if (recorder === undefined) return inForce;
  // What the rules refuse does not come this far.
  const parts = [...inForce];
  const ownApproval = ruleSet.authority.approval === 'two-person' && approvedBy === member;
  if (recorder === member || ownApproval) parts.push('authority.self');
  if (approvedBy === recorder) parts.push('authority.approval');
  return parts;
}
