import type { Child, FC } from 'hono/jsx';
import type { BankEvent, ItemRule, RedeemedLine } from 'points-bank';
import { wordsIn } from 'points-bank/words';
import type { EntryKind } from '../forms/command-of.js';
import { ITEMS } from '../language/messages/items.js';
import { mayCredit, mayDo } from '../security/access.js';
import type { View } from '../web/view.js';

/**
 * A table; where the screen is narrow, a block for each row, in which a cell whose column is not told by what stands in it says so
 * (`data-label`). What is too wide even so scrolls within itself, and can be reached by keyboard to do so.
 */
export const Table: FC<{ readonly label: string; readonly children?: Child }> = ({ label, children }) => (
  <section class="scroll" tabindex={0} aria-label={label}>
    <table>
      <caption class="unseen">{label}</caption>
      {children}
    </table>
  </section>
);

/** As many rows as a page lists; all of them are in the CSV. */
export const LISTED = 1000;

/** The rows that a page lists, and what it says where there are more: in all as many as these, unless it says how many. */
export function listed<T>(
  { say }: View,
  rows: readonly T[],
  of = rows.length,
): { readonly rows: readonly T[]; readonly note: string } {
  return {
    rows: rows.slice(0, LISTED),
    note: of > LISTED ? say.firstShown(LISTED, of) : '',
  };
}

export const Figures: FC<{ readonly figures: readonly (readonly [string, Child])[] }> = ({ figures }) => (
  <dl class="figures">
    {figures.map(([term, value]) => (
      <div>
        <dt>{term}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);

/** What came of a form, which has the focus and is read out. */
export const Done: FC<{ readonly words: string }> = ({ words }) => (
  <div class="done" role="status" tabindex={-1} autofocus>
    <h2>{words}</h2>
  </div>
);

export const PrintButton: FC<{ readonly view: View }> = ({ view }) => (
  <button type="button" data-print hidden>
    {view.say.print}
  </button>
);

/** The role's badge in its account's colour. */
export const RoleBadge: FC<{ readonly view: View; readonly role: string; readonly colour: string }> = (
  props,
) => {
  const { view, role, colour } = props;
  const known = ['red', 'blue', 'green'].includes(colour) ? colour : 'other';
  return <span class={`badge ${known}`}>{roleTitle(view, role)}</span>;
};

export function roleTitle({ ruleSet, locale }: View, role: string): string {
  const title = ruleSet.roles[role]?.title;
  return title === undefined ? role : wordsIn(title, locale);
}

/** What an item is called across roles, whose own titles for it differ: shortly where it is a known one. */
export function itemTitle({ ruleSet, locale }: View, item: string): string {
  const short = ITEMS[item]?.[locale];
  if (short !== undefined) return short;
  for (const { items } of Object.values(ruleSet.roles)) {
    const title = items[item]?.title;
    if (title !== undefined) return wordsIn(title, locale);
  }
  return item;
}

/** Whether the reader may do it, by the rules in use. */
export const may = ({ ruleSet, user }: View, doing: EntryKind): boolean =>
  user !== undefined && mayDo(ruleSet, user, doing);

/** The items that activities are credited under, of whatever role, each once. */
export function activityItems(view: View): { value: string; title: string }[] {
  return itemsWith(view, ({ entry }) => entry === 'activity');
}

/** Those of them that are for the reader to credit. */
export function itemsToCredit(view: View): { value: string; title: string }[] {
  const { user } = view;
  return itemsWith(view, (item) => user !== undefined && mayCredit(item, user));
}

function itemsWith(
  { ruleSet, locale }: View,
  isMeant: (item: ItemRule) => boolean,
): { value: string; title: string }[] {
  // Roles may call one item differently: then it is called all of that.
  const titles = new Map<string, Set<string>>();
  for (const { items } of Object.values(ruleSet.roles))
    for (const [id, item] of Object.entries(items))
      if (isMeant(item)) titles.set(id, (titles.get(id) ?? new Set()).add(wordsIn(item.title, locale)));
  return [...titles].map(([value, own]) => ({ value, title: [...own].join(' / ') }));
}

/** What a matter is credited as: its item and how hard it is. */
export function itemAndDifficulty(
  view: View,
  { item, difficulty }: { readonly item: string; readonly difficulty?: string | undefined },
): string {
  const { ruleSet, locale } = view;
  const title = activityItems(view).find(({ value }) => value === item)?.title ?? item;
  const tier = difficulty === undefined ? undefined : ruleSet.difficulties[difficulty];
  return tier === undefined ? title : `${title} · ${wordsIn(tier, locale)}`;
}

/** A number with its sign, as a ledger writes it. */
export function signed(points: number): string {
  return points > 0 ? `+${points}` : points < 0 ? `−${-points}` : '0';
}

/** What an account redeemed, by title: a reward that came back is on record by its id alone. */
export function rewardsIn(events: readonly BankEvent[]): { readonly rewards: readonly RedeemedLine[] } {
  return { rewards: events.flatMap((event) => (event.type === 'PointsRedeemed' ? event.data.lines : [])) };
}
