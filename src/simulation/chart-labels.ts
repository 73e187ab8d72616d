import type { Handbook } from '../account/handbook.js';
import type { RuleSet } from '../rules/rule-set.js';
import { own } from '../values/json.js';
import { type Text, wordsIn } from '../values/text.js';

/** How charts are labelled. */
export type ChartOptions = {
  /** The language of titles and names; English where left out. */
  readonly locale?: string;
  /** Gives roles and items their names; they have their ids where left out. */
  readonly ruleSet?: RuleSet;
  /** Gives rewards their names; they have their ids where left out. */
  readonly handbook?: Handbook;
  /** What the two rule sets of a comparison are called. */
  readonly names?: { readonly a: string; readonly b: string };
};

/** Looks up what things are called in a chart. */
export type ChartLabels = {
  readonly locale: string;
  readonly say: (text: Text) => string;
  readonly role: (id: string) => string;
  readonly item: (id: string) => string;
  readonly reward: (id: string) => string;
};

/** The names for some options. */
export function chartLabels({ locale = 'en', ruleSet, handbook }: ChartOptions): ChartLabels {
  const say = (text: Text): string => wordsIn(text, locale, 'en');
  const named = (id: string, title: Text | undefined): string => (title === undefined ? id : say(title));
  return {
    locale,
    say,
    role: (id) => named(id, own(ruleSet?.roles ?? {}, id)?.title),
    item: (id) => named(id, itemTitle(ruleSet, id)),
    reward: (id) => named(id, handbook?.rewards.find(({ rewardId }) => rewardId === id)?.title),
  };
}

/** The title that the first role with the item gives it. */
function itemTitle(ruleSet: RuleSet | undefined, id: string): Text | undefined {
  for (const role of Object.values(ruleSet?.roles ?? {})) {
    const item = own(role.items, id);
    if (item !== undefined) return item.title;
  }
  return undefined;
}
