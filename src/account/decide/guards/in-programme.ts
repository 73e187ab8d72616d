import type { CompiledItem } from '../../../rules/compiled.js';
import { NO_READINGS } from '../../../rules/readings-used.js';
import { isByQuantity } from '../../../rules/score.js';
import { namedNear } from '../../../values/names.js';
import type { ClaimPost, CreditActivity } from '../../commands/command.js';
import type { Programme, ProgrammeMatter, ProgrammePost } from '../../programme.js';
import { type ProgrammeNames, partNamed } from '../../programme-names.js';
import { claimsOf } from '../../state/records.js';
import type { AccountContext } from '../context.js';
import { refuse } from '../outcome.js';
import type { ProgrammeDifference } from '../refusal.js';

type Claim = ClaimPost['data'];
type Credit = CreditActivity['data'];
type Part = ProgrammePost | ProgrammeMatter;

/*
 * What a programme does to a command: what is left out is completed from it, names become its own, and what it does not have or says
 * otherwise is refused. A bank without a programme takes commands as they are.
 */

/** The claim as the programme completes it; the very data where it has nothing to add. */
export function completedClaim(context: AccountContext, item: CompiledItem, data: Claim): Claim {
  const post = ownProgramme(context)?.posts;
  const found = post && partNamed(post, data.postId);
  if (found === undefined) return data;
  return { ...data, postId: found.postId, ...measureOf(item, data, found), ...catalogued(data, found) };
}

/** The entry as the programme completes it; the very data where it has nothing to add. */
export function completedCredit(context: AccountContext, item: CompiledItem, data: Credit): Credit {
  const names = ownProgramme(context);
  if (names === undefined) return data;
  const matter = partNamed(names.matters, data.matterId);
  const served = data.postId ?? matter?.postId;
  const postId = served === undefined ? {} : { postId: postAsHeld(context, served) };
  if (matter === undefined) return { ...data, ...postId };
  const { matterId } = matter;
  return { ...data, matterId, ...postId, ...measureOf(item, data, matter), ...catalogued(data, matter) };
}

/** The id under which an account holds a post, or would: the one given where it holds that, otherwise the programme's for the same name. */
export function postAsHeld(context: AccountContext, postId: string): string {
  const names = ownProgramme(context);
  if (names === undefined || claimsOf(context.account, postId).length > 0) return postId;
  return partNamed(names.posts, postId)?.postId ?? postId;
}

/** The community's programme has the post, and says what the command says. */
export function requirePostInProgramme(context: AccountContext, item: CompiledItem, data: Claim): void {
  if (context.programme === undefined) return;
  const { posts } = requireOwnProgramme(context, context.programme);
  const post = partNamed(posts, data.postId);
  if (post === undefined) refuseUnknownPost(item, posts, data.postId);
  const { postId: id, title } = post;
  const differs = differing(context, item, { kind: 'post', id, title: { ...title } });
  requireDay(post, data.on, differs);
  requireMeasure(context, item, data, post, differs);
  if (post.kind !== undefined && data.kind !== post.kind) {
    differs({ field: 'kind', given: data.kind, expected: post.kind });
  }
  requireCatalogue(data, post, differs);
}

/** The community's programme has the matter, and says what the command says. */
export function requireMatterInProgramme(context: AccountContext, item: CompiledItem, data: Credit): void {
  if (context.programme === undefined) return;
  const { account, role } = context;
  const { matters, posts } = requireOwnProgramme(context, context.programme);
  const matter = partNamed(matters, data.matterId);
  if (matter === undefined) {
    const near = namedNear(data.matterId, matters).map(({ matterId }) => matterId);
    refuse('not-in-programme', item.rule.clause, { kind: 'matter', id: data.matterId, near });
  }
  const { matterId: id, title } = matter;
  const differs = differing(context, item, { kind: 'matter', id, title: { ...title } });
  if (item.id !== matter.item) differs({ field: 'item', given: item.id, expected: matter.item });
  if (matter.roles !== undefined && !matter.roles.includes(role.id)) {
    differs({ field: 'role', given: role.id, expected: [...matter.roles] });
  }
  requireDay(matter, data.on, differs);
  requireMeasure(context, item, data, matter, differs);
  requireCatalogue(data, matter, differs);
  if (data.postId === undefined) return;
  const post = partNamed(posts, data.postId);
  if (matter.postId !== undefined && post !== partNamed(posts, matter.postId)) {
    differs({ field: 'postId', given: data.postId, expected: matter.postId });
  }
  // A post that was claimed before there was a programme is still held.
  const isHeld = claimsOf(account, data.postId).length > 0;
  if (post === undefined && !isHeld) refuseUnknownPost(item, posts, data.postId);
}

/** The programme, if it is that of the account's community. */
function ownProgramme({ account, programme }: AccountContext): ProgrammeNames | undefined {
  return programme?.programme.communityId === account.communityId ? programme : undefined;
}

/** The programme is that of the account's community. */
function requireOwnProgramme({ account, rules }: AccountContext, names: ProgrammeNames): ProgrammeNames {
  const { communityId }: Programme = names.programme;
  const own = account.communityId;
  if (communityId !== own) refuse('wrong-programme', rules.ruleSet.clauses.entries, { communityId, own });
  return names;
}

function refuseUnknownPost(
  { rule }: CompiledItem,
  posts: ReadonlyMap<string, ProgrammePost>,
  id: string,
): never {
  const near = namedNear(id, posts).map(({ postId }) => postId);
  return refuse('not-in-programme', rule.clause, { kind: 'post', id, near });
}

/** Refuses a command that says something else than the programme. */
type RefuseDifference = (difference: ProgrammeDifference) => never;

function differing(
  { rules }: AccountContext,
  { rule }: CompiledItem,
  part: { readonly kind: 'post' | 'matter'; readonly id: string; readonly title: ProgrammePost['title'] },
): RefuseDifference {
  return (difference) => {
    const readings = difference.field === 'difficulty' ? rules.readingsOf('entries.difficulty') : NO_READINGS;
    return refuse('programme-differs', rule.clause, { ...part, ...difference }, readings);
  };
}

/** The difficulty that a programme gives to an entry of the item; nothing where the item is not scored by difficulty. */
function difficultyOf({ rule, tiers }: CompiledItem, { difficulty }: Part): string | undefined {
  if (difficulty === undefined || rule.scoring.by !== 'difficulty') return undefined;
  // A role whose item has one tier scores that, however hard the matter is for others.
  const [tier, another] = tiers.keys();
  return another === undefined ? tier : difficulty;
}

function quantityOf({ rule }: CompiledItem, part: Part): number | undefined {
  return isByQuantity(rule.scoring) && 'quantity' in part ? part.quantity : undefined;
}

/** The measure of an entry: as the command says, or else the programme. */
function measureOf(
  item: CompiledItem,
  data: Claim | Credit,
  part: Part,
): Pick<Credit, 'difficulty' | 'quantity'> {
  const difficulty = data.difficulty ?? difficultyOf(item, part);
  const quantity = ('quantity' in data ? data.quantity : undefined) ?? quantityOf(item, part);
  return {
    ...(difficulty === undefined ? {} : { difficulty }),
    ...(quantity === undefined ? {} : { quantity }),
  };
}

function catalogued(
  { catalogue: given }: Claim | Credit,
  { catalogue = given }: Part,
): Pick<Credit, 'catalogue'> {
  const entry = given ?? catalogue;
  return entry === undefined ? {} : { catalogue: entry };
}

function requireDay({ from, until, ...part }: Part, on: string, differs: RefuseDifference): void {
  const days = 'days' in part ? part.days : undefined;
  if (days !== undefined) {
    if (!days.includes(on)) differs({ field: 'on', given: on, expected: { days: [...days] } });
    return;
  }
  if ((from === undefined || on >= from) && (until === undefined || on <= until)) return;
  const expected = { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
  differs({ field: 'on', given: on, expected });
}

/** One matter has one difficulty for everybody, unless the rules judge it by person. */
function requireMeasure(
  { rules }: AccountContext,
  item: CompiledItem,
  data: Claim | Credit,
  part: Part,
  differs: RefuseDifference,
): void {
  const difficulty = difficultyOf(item, part);
  const isForAll = rules.ruleSet.entries.difficulty !== 'by-person';
  if (
    isForAll &&
    difficulty !== undefined &&
    data.difficulty !== undefined &&
    data.difficulty !== difficulty
  ) {
    differs({ field: 'difficulty', given: data.difficulty, expected: difficulty });
  }
  const quantity = quantityOf(item, part);
  const given = 'quantity' in data ? data.quantity : undefined;
  if (quantity !== undefined && given !== undefined && given !== quantity) {
    differs({ field: 'quantity', given, expected: quantity });
  }
}

function requireCatalogue(
  { catalogue: given }: Claim | Credit,
  { catalogue }: Part,
  differs: RefuseDifference,
): void {
  if (catalogue === undefined || given === undefined || given === catalogue) return;
  differs({ field: 'catalogue', given, expected: catalogue });
}
