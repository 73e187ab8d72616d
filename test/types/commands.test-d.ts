/*
 * What must compile and what must not, held by `npm run typecheck`; nothing here is run. Each line that must not compile is short, so
 * that the error stands in the line after its comment however it is formatted.
 */
import { expectTypeOf } from 'vitest';
import {
  type Account,
  type AnyBank,
  type BankEvent,
  type Command,
  type CommandFor,
  createBank,
  type DifficultyOf,
  evolve,
  fold,
  type ItemIdOf,
  initialAccount,
  type Refusal,
  type RefusalCode,
  type RoleIdOf,
  type RuleSet,
} from '../../src/index.js';
import { luohe, type Renfa2022, renfa2022 } from '../../src/rule-sets.js';
import { parseCommand } from '../../src/schema.js';
import { en, explain, zhCN } from '../../src/words.js';

const { decide, decideUnknown, decider } = createBank(renfa2022);
declare const account: Account;
declare const json: unknown;
declare const event: BankEvent;
declare const refusal: Refusal;

// --- ids are literal types ---

expectTypeOf<RoleIdOf<Renfa2022>>().toEqualTypeOf<
  'community-party-member' | 'in-service-party-member' | 'resident'
>();
expectTypeOf<ItemIdOf<Renfa2022>>().toEqualTypeOf<
  'registration' | 'claim' | 'activity' | 'co-building' | 'affairs' | 'other'
>();
expectTypeOf<DifficultyOf<Renfa2022>>().toEqualTypeOf<'base' | 'hard'>();

// --- what compiles ---

const by = { office: 'community', communityId: 'linan' } as const;
const all = { accountId: 'v1', on: '2023-02-01', by } as const;
const form = { ...all, communityId: 'linan', formComplete: true } as const;
const post = { ...all, postId: 'gate', kind: 'post' } as const;
const matter = { ...all, matterId: 'm', item: 'activity', difficulty: 'base' } as const;
const lines = [{ rewardId: 'haircut', quantity: 1 }] as const;
const visit = { ...all, redemptionId: 'r', communityId: 'linan', lines } as const;
const slip = { ...all, by: { office: 'subdistrict' }, correctionId: 'c', points: -1, reason: 'why' } as const;

decide({ type: 'OpenAccount', data: { ...form, role: 'resident' } }, initialAccount);
decide({ type: 'OpenAccount', data: { ...form, role: 'resident', colour: 'blue' } }, account);
decide({ type: 'ReportIn', data: all }, account);
decide({ type: 'ClaimPost', data: post }, account);
decide({ type: 'ClaimPost', data: { ...post, difficulty: 'hard', catalogue: 'safety' } }, account);
decide({ type: 'CreditActivity', data: matter }, account);
decide({ type: 'CreditActivity', data: { ...matter, postId: 'gate', note: 'why' } }, account);
decide({ type: 'RedeemPoints', data: visit }, account);
decide({ type: 'CorrectScore', data: { ...slip, corrects: 'm', item: 'activity' } }, account);

// Anything may come in by the other door, and is checked when it is decided.
decideUnknown(json, account);
decideUnknown({ type: 'ReportIn', data: { ...all, more: 1 } }, account);

// A command that was parsed for the rule set has its ids.
const parsed = parseCommand(json, renfa2022);
if (parsed.ok) {
  decide(parsed.value, account);
  expectTypeOf(parsed.value).toEqualTypeOf<CommandFor<Renfa2022>>();
}
const parsedForAny = parseCommand(json);
if (parsedForAny.ok) {
  expectTypeOf(parsedForAny.value).toEqualTypeOf<Command>();
  decideUnknown(parsedForAny.value, account);
  // @ts-expect-error its ids are any
  decide(parsedForAny.value, account);
}

// A typed command that is kept in a variable.
const kept: CommandFor<Renfa2022> = { type: 'ReportIn', data: all };
decide(kept, account);
expectTypeOf(decider.decide(kept, account)).toEqualTypeOf<BankEvent[]>();

// What comes back.
const decision = decideUnknown(json, account);
if (decision.accepted) {
  expectTypeOf(decision.events).toEqualTypeOf<readonly BankEvent[]>();
  expectTypeOf(decision.events.reduce(evolve, account)).toEqualTypeOf<Account>();
} else {
  expectTypeOf(decision.refusal).toEqualTypeOf<Refusal>();
}
if (refusal.code === 'insufficient-points') expectTypeOf(refusal.facts.balance).toEqualTypeOf<number>();
if (refusal.code === 'limit-reached') expectTypeOf(refusal.facts.limit.used).toEqualTypeOf<number>();
expectTypeOf(fold([event])).toEqualTypeOf<Account>();
expectTypeOf(decider.initialState()).toEqualTypeOf<Account>();
expectTypeOf(explain(event, zhCN)).toEqualTypeOf<string>();
expectTypeOf(explain(refusal, en, renfa2022)).toEqualTypeOf<string>();

// Events fit what stores ask for.
type Stored = { type: string; data: Record<string, unknown>; metadata?: Record<string, unknown> };
expectTypeOf(event).toExtend<Stored>();

// A rule set that is only known as one takes any ids, and the decision says which it has.
declare const someRules: RuleSet;
createBank(someRules).decide({ type: 'CreditActivity', data: { ...matter, item: 'anything' } }, account);

// A bank of any rule set.
const banks: readonly AnyBank[] = [createBank(renfa2022), createBank(luohe)];
banks[0]?.decideUnknown(json, account);

// --- what does not: ids that the rule set does not have ---

const mayor = { ...form, role: 'mayor' } as const;
const tidying = { ...matter, item: 'tidying' } as const;
const extreme = { ...matter, difficulty: 'extreme' } as const;
const easy = { ...post, difficulty: 'easy' } as const;
declare const loose: Command;
declare const anyItem: { type: 'CreditActivity'; data: typeof all & { item: string; matterId: string } };

// @ts-expect-error no such role
decide({ type: 'OpenAccount', data: mayor }, initialAccount);
// @ts-expect-error no such item
decide({ type: 'CreditActivity', data: tidying }, account);
// @ts-expect-error no such difficulty
decide({ type: 'CreditActivity', data: extreme }, account);
// @ts-expect-error no such difficulty of a claim
decide({ type: 'ClaimPost', data: easy }, account);
// @ts-expect-error what nobody knows is no command
decide(json, account);
// @ts-expect-error no such command
decide({ type: 'CloseAccount', data: all }, account);
// @ts-expect-error any text is no item of the rule set
decide(anyItem, account);
// @ts-expect-error a command of any rule set is not one of this
decide(loose, account);
// @ts-expect-error nor for the decider
decider.decide(loose, account);

// --- what does not: fields of the wrong type ---

const noDay = { ...all, on: new Date() } as const;
const numbered = { ...all, accountId: 1 } as const;
const texts = { ...slip, points: '-1' } as const;
const yes = { ...form, role: 'resident', formComplete: 'yes' } as const;
const job = { ...post, kind: 'job' } as const;
const city = { ...all, by: { office: 'city' } } as const;
const nameless = { ...all, by: { office: 'community' } } as const;
const countless = { ...visit, lines: [{ rewardId: 'haircut' }] } as const;

// @ts-expect-error a day is a text
decide({ type: 'ReportIn', data: noDay }, account);
// @ts-expect-error an id is a text
decide({ type: 'ReportIn', data: numbered }, account);
// @ts-expect-error points are a number
decide({ type: 'CorrectScore', data: texts }, account);
// @ts-expect-error whether the form is complete is true or false
decide({ type: 'OpenAccount', data: yes }, account);
// @ts-expect-error a post or a project
decide({ type: 'ClaimPost', data: job }, account);
// @ts-expect-error no such office
decide({ type: 'ReportIn', data: city }, account);
// @ts-expect-error a community has a name
decide({ type: 'ReportIn', data: nameless }, account);
// @ts-expect-error a line has a quantity
decide({ type: 'RedeemPoints', data: countless }, account);

// --- what does not: fields that commands do not have ---

// @ts-expect-error a report-in has no item
decide({ type: 'ReportIn', data: { ...all, item: 'activity' } }, account);
// @ts-expect-error a command has nothing beside its data
decide({ type: 'ReportIn', data: all, more: 1 }, account);
// @ts-expect-error the Party affairs office has no community
decide({ type: 'ReportIn', data: { ...all, by: { office: 'subdistrict', communityId: 'linan' } } }, account);

// --- what does not: fields that are missing ---

const { on: _on, ...withoutDay } = all;
const { by: _by, ...withoutOffice } = all;
const { matterId: _matter, ...withoutMatter } = matter;
const { reason: _reason, ...withoutReason } = slip;
const { lines: _lines, ...withoutLines } = visit;
const undefinedNote = { ...matter, note: undefined } as const;

// @ts-expect-error the day is missing
decide({ type: 'ReportIn', data: withoutDay }, account);
// @ts-expect-error who enters it is missing
decide({ type: 'ReportIn', data: withoutOffice }, account);
// @ts-expect-error the matter is missing
decide({ type: 'CreditActivity', data: withoutMatter }, account);
// @ts-expect-error the reason is missing
decide({ type: 'CorrectScore', data: withoutReason }, account);
// @ts-expect-error the lines are missing
decide({ type: 'RedeemPoints', data: withoutLines }, account);
// @ts-expect-error the role is missing
decide({ type: 'OpenAccount', data: form }, account);
// @ts-expect-error the data are missing
decide({ type: 'ReportIn' }, account);
// @ts-expect-error the account is missing
decide(kept);
// @ts-expect-error a field that may be left out has a value where it is there
decider.decide({ type: 'CreditActivity', data: undefinedNote }, account);

// --- what does not: changing what is given out ---

if (account.status === 'open') {
  // @ts-expect-error accounts are not written to
  account.earned = 100;
  // @ts-expect-error nor are their lists
  account.reportIns.push('2023-02-01');
  // @ts-expect-error nor their items
  account.items.activity = { months: [], matters: [] };
  // @ts-expect-error nor their sums by month
  account.redeemedIn.push(24_276, 1, 1);
  expectTypeOf(account.earned).toEqualTypeOf<number>();
}
// @ts-expect-error an account that is not known to be open has no figures
account.earned;
// @ts-expect-error rules are not written to
renfa2022.redemption.proxy = 'allowed';
// @ts-expect-error nor the items of a role
renfa2022.roles.resident.items.activity.clause = '9';
// @ts-expect-error events are not written to
event.data.on = '2023-02-02';
// @ts-expect-error the first account is not written to
initialAccount.status = 'open';

// --- what does not: words ---

// @ts-expect-error no such language
explain(event, 'fr');
// @ts-expect-error an account is not explained
explain(account, en);
// @ts-expect-error no such code
expectTypeOf<'already-redeemd'>().toExtend<RefusalCode>();
