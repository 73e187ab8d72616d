import type { Reward } from '../account/handbook.js';
import type { QuantityScoring, RuleSet } from '../rules/rule-set.js';
import { own } from '../values/json.js';
import { clip, type Text, wordsIn } from '../values/text.js';
import { windowNamed } from '../values/window.js';
import type { Names, Vocabulary, WordPack } from './pack.js';
import type { ReportPack } from './report-pack.js';
import { scaled } from './scaled.js';
import { groupOf } from './word-for.js';

type AnyPack = WordPack | ReportPack;

/** What else there is to find names by. */
type NamedBy = {
  readonly handbook?: { readonly rewards: readonly Pick<Reward, 'rewardId' | 'title'>[] } | undefined;
  /** The role in question, if it is known: roles may call an item differently. */
  readonly role?: string | undefined;
};

/** The names for one pack and, where they are given, one rule set and one handbook. */
export function namesOf(
  pack: AnyPack,
  ruleSet: RuleSet | undefined,
  { handbook, role }: NamedBy = {},
): Names {
  const text = (of: Text): string => wordsIn(of, pack.locale, ruleSet?.locales[0]);
  const named = (id: string, title: Text | undefined): string =>
    title === undefined ? clip(id) : text(title);
  const words = (): Vocabulary => groupOf(pack as WordPack, 'vocabulary');
  return {
    text,
    clause: (id) => own(ruleSet?.source?.numbering ?? {}, id) ?? id,
    role: (id) => named(id, own(ruleSet?.roles ?? {}, id)?.title),
    item: (id) => named(id, itemTitle(id, ruleSet, role)),
    certainItem: (id) =>
      role === undefined && isCalledDifferently(id, ruleSet)
        ? undefined
        : named(id, itemTitle(id, ruleSet, role)),
    difficulty: (id) => named(id, own(ruleSet?.difficulties ?? {}, id)),
    unit: (id) => named(id, unitTitle(id, ruleSet)),
    colour: (id) => named(id, colourTitle(id, ruleSet)),
    reason: (id) => named(id, own(ruleSet?.closing?.reasons ?? {}, id)?.title),
    ground: (id) => named(id, own(ruleSet?.ineligibility ?? {}, id)?.title),
    office: (id) => named(id, own(ruleSet?.offices ?? {}, id)?.title),
    reward: (id) => named(id, handbook?.rewards.find(({ rewardId }) => rewardId === id)?.title),
    reading: (id, answer) => {
      const reading = own(ruleSet?.readings ?? {}, id);
      const title = reading === undefined ? undefined : own(reading.answers, answer)?.title;
      if (reading === undefined || title === undefined) return { title: `${id} = ${answer}` };
      const { chosen, question, ruled } = reading;
      const named = { question: text(question), title: text(title) };
      if (ruled === undefined || chosen !== answer) return named;
      const by = ruleSet?.interpretation === undefined ? clip(ruled.by) : text(ruleSet.interpretation.by);
      return { ...named, ruled: { by, on: ruled.on } };
    },
    command: (command) => words().commands[command],
    kind: (kind) => words().kinds[kind],
    barred: (from) => words().barred[from],
    figure: (figure) => words().figures[figure],
    window: (name) => windowWords(words(), name),
  };
}

/** The title that the role gives the item, or else the first role with the item. */
export function itemTitle(id: string, ruleSet: RuleSet | undefined, role?: string): Text | undefined {
  const ofRole = role === undefined ? undefined : own(ruleSet?.roles ?? {}, role)?.items;
  return own(ofRole ?? {}, id)?.title ?? itemTitles(id, ruleSet)[0];
}

function itemTitles(id: string, ruleSet: RuleSet | undefined): Text[] {
  return Object.values(ruleSet?.roles ?? {}).flatMap(({ items }) => {
    const title = own(items, id)?.title;
    return title === undefined ? [] : [title];
  });
}

function isCalledDifferently(id: string, ruleSet: RuleSet | undefined): boolean {
  const [first, ...others] = itemTitles(id, ruleSet).map((title) => JSON.stringify(title));
  return others.some((other) => other !== first);
}

/** The role that a clause is about, if it is that of one role alone: the role's own clause, or that of one of its items. */
export function roleOfClause(clause: string, ruleSet: RuleSet | undefined): string | undefined {
  const found = Object.entries(ruleSet?.roles ?? {}).filter(
    ([, role]) => role.clause === clause || Object.values(role.items).some((item) => item.clause === clause),
  );
  return found.length === 1 ? found[0]?.[0] : undefined;
}

/** The title of the first account of the colour. */
export function colourTitle(id: string, ruleSet: RuleSet | undefined): Text | undefined {
  return Object.values(ruleSet?.roles ?? {}).find(({ account }) => account.colour === id)?.account.title;
}

/** The title that the first item with the unit gives it. */
export function unitTitle(id: string, ruleSet: RuleSet | undefined): Text | undefined {
  for (const { items } of Object.values(ruleSet?.roles ?? {})) {
    for (const { scoring } of Object.values(items)) {
      if ('unit' in scoring && scoring.unit === id) return scoring.unitTitle;
    }
  }
  return undefined;
}

function windowWords({ stretch, windows }: Vocabulary, name: string): string {
  const window = windowNamed(name);
  if (window === undefined) return name;
  return window.kind === 'stretch'
    ? stretch(window.first, window.last)
    : windows[window.kind](window.year, window.place);
}

/** How the item of an entry is scored by quantity, if the rule set has the id and version that the entry was decided by. */
export function quantityRule(
  ruleSet: RuleSet | undefined,
  { item, clause, ruleSet: by }: ScoredUnder,
): QuantityScoring | undefined {
  if (ruleSet === undefined || ruleSet.id !== by.id || ruleSet.version !== by.version) return undefined;
  const rules = Object.values(ruleSet.roles).map(({ items }) => own(items, item));
  const scoring = rules.find((rule) => rule?.clause === clause)?.scoring;
  return scoring !== undefined && 'unit' in scoring ? scaled(scoring, ruleSet) : undefined;
}

type ScoredUnder = {
  readonly item: string;
  readonly clause: string;
  readonly ruleSet: { readonly id: string; readonly version: string };
};
