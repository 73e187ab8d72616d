import type { Handbook } from '../../account/handbook.js';
import type { RuleSet } from '../../rules/rule-set.js';
import { own } from '../../values/json.js';
import { type Text, wordsIn } from '../../values/text.js';

/** The labels of charts. */
export type ChartOptions = {
  /** The language of titles and names; English by default. */
  readonly locale?: string;
  /** Names roles and items, which show their ids otherwise. */
  readonly ruleSet?: RuleSet;
  /** Names rewards, which show their ids otherwise. */
  readonly handbook?: Handbook;
  /** The names of the two rule sets of a comparison. */
  readonly names?: { readonly a: string; readonly b: string };
};

/** Looks up the names shown in a chart. */
export type ChartLabels = {
  readonly locale: string;
  readonly say: (text: Text) => string;
  readonly role: (id: string) => string;
  readonly item: (id: string) => string;
  readonly reward: (id: string) => string;
};

/** The names for the options. */
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

/** The item's title in the first role that has it. */
function itemTitle(ruleSet: RuleSet | undefined, id: string): Text | undefined {
  for (const role of Object.values(ruleSet?.roles ?? {})) {
    const item = own(role.items, id);
    if (item !== undefined) return item.title;
  }
  return undefined;
}
