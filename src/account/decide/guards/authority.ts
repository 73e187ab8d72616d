import type { CompiledRules } from '../../../rules/compiled.js';
import type { OfficeRule, RuleSet } from '../../../rules/rule-set.js';
import { own } from '../../../values/json.js';
import type { Command } from '../../commands/command.js';
import { refuse } from '../outcome.js';

/*
 * Which office enters a command, and which persons there. A rule about persons can only be judged where they are named: a command
 * that names nobody is refused, since a rule could otherwise be passed by leaving a name out.
 */

type Entered = Pick<Command, 'type'> & { readonly data: Pick<Command['data'], 'accountId' | 'by'> };

/** Whose account it is: a community's, and there a person's. */
export type Holder = { readonly communityId: string; readonly member: string };

/** The person whose account it is: the member that the opening named, or else whoever the account is called after. */
export function memberOf({ accountId, memberId }: { accountId: string; memberId?: string }): string {
  return memberId ?? accountId;
}

/** The rules give the command to this office, for accounts of this community, and the persons there may enter it. */
export function requireAuthority(rules: CompiledRules, command: Command, holder: Holder): void {
  requireOffice(rules, command);
  requireCommunityOfOffice(rules, command);
  requireOwnCommunity(rules, command, holder.communityId);
  requireOtherPersons(rules, command, holder.member);
}

function requireOffice(rules: CompiledRules, { type, data }: Command): void {
  const { clause, offices } = rules.ruleSet.authority;
  const entitled = offices[type] ?? NOBODY;
  if (entitled.includes(data.by.office)) return;
  const facts = { command: type, office: data.by.office, entitled };
  refuse('office-not-entitled', clause, facts, rules.readingsOf(`authority.offices.${type}`));
}

const NOBODY: readonly string[] = [];

/** An office that acts on the accounts of its own community names it; one that acts everywhere is nobody's own. */
function requireCommunityOfOffice(rules: CompiledRules, { data: { by } }: Command): void {
  const { authority, offices } = rules.ruleSet;
  // The office is one of the rules: they give it the command.
  const { acts } = own(offices, by.office) as OfficeRule;
  if ((acts === 'own-community') === (by.communityId !== undefined)) return;
  refuse('community-of-office', authority.clause, { office: by.office, acts });
}

/**
 * A community acts on its own accounts, and points are redeemed at the account's own community. Where the rules let points be redeemed at
 * any community, that community may enter it as well.
 */
function requireOwnCommunity(rules: CompiledRules, { type, data }: Command, home: string): void {
  const { authority, redemption } = rules.ruleSet;
  const place = type === 'RedeemPoints' ? data.communityId : home;
  const isAnywhere = redemption.at === 'any-community';
  const { communityId } = data.by;
  if (communityId !== undefined && communityId !== home && !(isAnywhere && communityId === place)) {
    refuse('wrong-community', authority.clause, { communityId, own: home });
  }
  if (place !== home && !isAnywhere) {
    const facts = { communityId: place, own: home };
    refuse('wrong-community', redemption.clause, facts, rules.readingsOf('redemption.at'));
  }
}

/** As far as the rules ask: nobody enters or approves points of an account of their own, and a second person approves. */
function requireOtherPersons(rules: CompiledRules, { type, data }: Entered, member: string): void {
  const { clause, self, approval } = rules.ruleSet.authority;
  const { recorder, approvedBy } = data.by;
  const parts = partsInForce(rules.ruleSet);
  if (parts.length === 0) return;
  if (recorder === undefined) {
    const facts = { command: type, accountId: data.accountId };
    refuse('recorder-not-named', clause, facts, rules.readingsOf(...parts));
  }
  if (self === 'refused' && recorder === member) {
    const facts = { memberId: member, person: 'recorder' } as const;
    refuse('self-issue', clause, facts, rules.readingsOf('authority.self'));
  }
  if (approval === 'one-person') return;
  if (self === 'refused' && approvedBy === member) {
    const facts = { memberId: member, person: 'approver' } as const;
    refuse('self-issue', clause, facts, rules.readingsOf(...parts));
  }
  const approvalReadings = rules.readingsOf('authority.approval');
  if (approvedBy === undefined) refuse('approval-missing', clause, { recorder }, approvalReadings);
  if (approvedBy === recorder) refuse('approval-by-recorder', clause, { recorder }, approvalReadings);
}

const NO_PARTS: readonly string[] = [];
const SELF: readonly string[] = ['authority.self'];
const APPROVAL: readonly string[] = ['authority.approval'];
const SELF_AND_APPROVAL: readonly string[] = [...SELF, ...APPROVAL];

/** The parts of the rules that ask something of the persons. */
function partsInForce({ authority: { self, approval } }: RuleSet): readonly string[] {
  if (self === 'refused') return approval === 'two-person' ? SELF_AND_APPROVAL : SELF;
  return approval === 'two-person' ? APPROVAL : NO_PARTS;
}

/**
 * The parts of the rules by which an accepted command's persons passed. A rule in force let every command pass; a rule not in force
 * let pass what it would have refused. Where nobody is named, there was nothing to judge.
 */
export function partsPassed(
  { ruleSet }: CompiledRules,
  { by: { recorder, approvedBy } }: Entered['data'],
  member: string,
): readonly string[] {
  const inForce = partsInForce(ruleSet);
  if (recorder === undefined) return inForce;
  const parts = [...inForce];
  const ownApproval = ruleSet.authority.approval === 'two-person' && approvedBy === member;
  if (recorder === member || ownApproval) parts.push('authority.self');
  if (approvedBy === recorder) parts.push('authority.approval');
  return parts;
}
