import { parseCommand } from 'points-bank/schema';
import { numbersOf } from '../bank/account-numbers.js';
import { sameName } from '../bank/known-matters.js';
import { type Named, namedBy, namesIn, once, readAccounts } from '../forms/accounts-named.js';
import type { FormValues } from '../forms/command-of.js';
import { isAhead } from '../forms/day-ahead.js';
import { fieldOfPath } from '../forms/field-of-refusal.js';
import { messagesIn } from '../language/messages.js';
import type { FormError } from '../pages/fields.js';
import { itemAndDifficulty } from '../pages/parts.js';
import type { Web } from '../web/env.js';
import { tickedIn, valuesOf } from '../web/values-of.js';
import { viewOf } from '../web/view.js';
import type { Material } from './activity-material.js';
import { problemErrors } from './problem-errors.js';

/** The most people of one submission. */
const MOST = 1000;

/** What a form was sent with. */
export type ActivityForm = Awaited<ReturnType<typeof readForm>>;

/** The form as it was sent, with the names that are known, and the accounts that it is about. */
export async function readForm(c: Web, material: Material) {
  const { use, ...sent } = await valuesOf(c);
  const ticked = await tickedIn(c, 'account');
  const named = await namedIn(c, material, sent, ticked);
  const known = await withKnownNames(c, material, use === undefined ? sent : { ...sent, matterId: use });
  const ids = named.flatMap((one) => ('accountId' in one ? [one.accountId] : []));
  const standing = await c.get('counter').store.accounts(ids);
  const accounts = ids.flatMap((id) => {
    const account = standing.get(id);
    return account === undefined || account.status === 'unopened' ? [] : [account];
  });
  return { ...known, ticked, named, accounts };
}

/** Who took part, as ticked and as written; what is written may be a number or a name. */
async function namedIn(c: Web, { place }: Material, values: FormValues, ticked: readonly string[]) {
  const { store } = c.get('counter');
  const own = place.by.communityId;
  const text = values.accounts ?? '';
  const written = [...ticked, ...namesIn(text)];
  const numbers = own === undefined ? undefined : await numbersOf(c.get('counter'), own, written);
  const wholeOf = (id: string) => numbers?.whole(id) ?? id;
  const communities = await store.projections.communitiesOf(written.map(wholeOf));
  const account = (id: string): string | undefined => {
    const communityId = communities.get(wholeOf(id));
    return communityId !== undefined && (own ?? communityId) === communityId ? wholeOf(id) : undefined;
  };
  const called = await store.directory.called(namesIn(text), own);
  const known = {
    account,
    called: (name: string) => called.get(name) ?? [],
  };
  const chosen = ticked.map((id) => namedBy(id, account(id)));
  return once([...chosen, ...readAccounts(text, known)]);
}

/** Names as they are on record where only width, case or spaces differ, and what there is to say of them. */
async function withKnownNames(c: Web, { hasProgramme, known, posts }: Material, given: FormValues) {
  const view = await viewOf(c);
  const { say } = view;
  const notices: string[] = [];
  const nameOf = (field: 'matterId' | 'postId', names: readonly string[]): string => {
    const typed = given[field]?.trim() ?? '';
    const name = typed === '' ? undefined : sameName(names, typed);
    if (name === undefined || name === typed) return typed;
    notices.push(field === 'matterId' ? say.sameMatter(typed, name) : say.samePost(typed, name));
    return name;
  };
  const ids = known.map(({ matterId }) => matterId);
  const values: FormValues = {
    ...given,
    matterId: nameOf('matterId', ids),
    postId: nameOf('postId', posts),
  };
  const before = known.find(({ matterId }) => matterId === values.matterId);
  // A programme says what its matters are, whatever the form was left at.
  if (before !== undefined && hasProgramme) {
    const { item, difficulty = values.difficulty ?? '' } = before;
    return { values: { ...values, item, difficulty }, notices, isKnown: true };
  }
  if (
    before !== undefined &&
    (before.item !== values.item || (before.difficulty ?? values.difficulty) !== values.difficulty)
  )
    notices.push(say.otherwiseBefore(itemAndDifficulty(view, before)));
  return { values, notices, isKnown: before !== undefined };
}

/** What is wrong with the form as a whole, so that no line could be decided. */
export function wrongWith(c: Web, sample: unknown, named: readonly Named[]): FormError[] {
  const say = messagesIn(c.get('locale'));
  const { today } = c.get('counter');
  const parsed = parseCommand(sample);
  const fields = parsed.ok ? [] : problemErrors(c, parsed.problems, (path) => fieldOfPath('credit', path));
  return [
    ...fields,
    ...(isAhead(sample, today()) ? [{ field: 'on', text: say.dayAhead(today()) }] : []),
    ...(named.length === 0 ? [{ field: 'accounts', text: say.nobodyNamed }] : []),
    ...(named.length > MOST ? [{ field: 'accounts', text: say.tooManyNamed(MOST) }] : []),
  ];
}
