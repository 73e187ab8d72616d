import type { RuleSet } from '../rules/rule-set.js';
import { isLocale } from '../values/ids.js';
import { isRecord, type Json, own } from '../values/json.js';
import { clip, type Text } from '../values/text.js';
import { colourTitle, itemTitle, unitTitle } from './names.js';
import type { Titles } from './pack.js';
import type { NamedParts, PartWords } from './part-words.js';

/** What parts are said with: the words of a pack, the titles of the rules, and the rules themselves if they are at hand. */
export type PartTelling = {
  readonly words: PartWords;
  readonly titles: Titles;
  readonly ruleSet: RuleSet | undefined;
};

/**
 * A part of a rule set in words, from its dotted path: roles, items and limits by their titles, and everything else by what it is called.
 *
 * @param part - the part itself, whose title is taken where the rules do not have it any more
 */
export function partNamed(path: string, telling: PartTelling, part?: Json): string {
  const steps = path.split('.');
  return telling.words.within(
    steps.flatMap((step, at) => {
      if (isOverNamed(steps, at)) return [];
      const container = containerOf(steps, at);
      if (container === undefined)
        return isLocale(step) && at > 0 && !isMember(step, telling) ? [] : [memberNamed(step, telling)];
      const last = at === steps.length - 1 ? part : undefined;
      return [namedPart(container, steps.slice(0, at + 1), telling, last)];
    }),
  );
}

/** A step that says no more than the next one: what holds named parts, or a kind of the catalogue before its entry. */
function isOverNamed(steps: readonly string[], at: number): boolean {
  if (at === steps.length - 1) return false;
  return (
    containerOf(steps, at + 1) !== undefined || (steps[at + 1] === 'entries' && steps[at - 1] === 'catalogue')
  );
}

const NAMED: { readonly [P in NamedParts]: true } = {
  roles: true,
  items: true,
  factors: true,
  limits: true,
  requires: true,
  points: true,
  difficulties: true,
  uses: true,
  catalogue: true,
  entries: true,
  recognition: true,
  ineligibility: true,
  reasons: true,
  held: true,
  offices: true,
  office: true,
};

/** What a step is one of, if it is an id: a role, an item, a limit. */
function containerOf(steps: readonly string[], at: number): NamedParts | undefined {
  const container = steps[at - 1];
  if (container === undefined || !Object.hasOwn(NAMED, container)) return undefined;
  // An author may call a role by the name of a member, such as `items`.
  if (containerOf(steps, at - 1) !== undefined) return undefined;
  // Entries of the rules themselves, and the scale of points, are no named parts.
  if (container === 'entries' && steps[at - 3] !== 'catalogue') return undefined;
  if (container === 'points' && steps[at - 2] !== 'scoring') return undefined;
  // Beside the offices themselves, those that enter a command.
  if (container === 'offices' && steps[at - 2] !== 'authority') return 'office';
  return container as NamedParts;
}

/** The member that a path leads to; none if it leads to a part with an id of its author's. */
export function memberAt(path: string): string {
  const steps = path.split('.');
  const last = steps.length - 1;
  return (containerOf(steps, last) ?? 'offices') === 'offices' ? (steps[last] as string) : '';
}

function isMember(name: string, { words }: PartTelling): boolean {
  return Object.hasOwn(words.members, name);
}

function memberNamed(name: string, { words }: PartTelling): string {
  return own(words.members, name) ?? words.something;
}

/** A part with an id, by its title. */
function namedPart(
  container: NamedParts,
  steps: readonly string[],
  telling: PartTelling,
  part: Json | undefined,
): string {
  const { words } = telling;
  const kind = words.kinds[container];
  const title = titleAt(container, steps, telling) ?? titleOf(part, telling);
  if (title !== undefined) return words.titled(kind, title);
  return telling.ruleSet === undefined ? words.titled(kind, clip(steps.at(-1) as string)) : kind;
}

function titleAt(container: NamedParts, steps: readonly string[], telling: PartTelling): string | undefined {
  const { ruleSet, titles } = telling;
  const id = steps.at(-1) as string;
  if (container === 'offices') return own(telling.words.members, id);
  if (ruleSet === undefined) return undefined;
  if (container === 'points' || container === 'difficulties') {
    const tier = own(ruleSet.difficulties, id);
    return tier === undefined ? undefined : titles.text(tier);
  }
  const at = steps.reduce<unknown>(
    (whole, step) => (isRecord(whole) ? own(whole, step) : undefined),
    ruleSet,
  );
  return titleOf(at as Json | undefined, telling);
}

function titleOf(part: Json | undefined, { titles }: PartTelling): string | undefined {
  return isRecord(part) && isRecord(part.title) ? titles.text(part.title as Text) : undefined;
}

/**
 * What a part says, in words.
 *
 * @param member - the member whose value it is
 */
export function valueNamed(value: Json | undefined, member: string, telling: PartTelling): string {
  const { words, titles } = telling;
  if (value === undefined) return ALL_IF_LEFT_OUT.includes(member) ? words.all : words.nothing;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'string') return wordNamed(value, member, telling);
  if (!Array.isArray(value) && !isRecord(value)) return String(value);
  const parts = Object.values(value) as Json[];
  if (parts.length === 0) return words.nothing;
  if (Array.isArray(value) || (Object.hasOwn(NAMED, member) && parts.every(isRecord)))
    return words.list(parts.map((one) => valueNamed(one, member, telling)));
  const title = titleOf(value as Json, telling);
  if (title !== undefined) return words.quoted(title);
  const { last, of, before } = value;
  if (typeof last === 'number' && (of === 'days' || of === 'months')) return words.term(last, of);
  if (typeof before === 'string') return words.before(wordNamed(before, member, telling));
  if (isText(value, telling)) return words.quoted(titles.text(value));
  return words.list(membersNamed(value as { readonly [member: string]: Json }, member, telling));
}

/** A text and no part with ids: an id may look like a locale as well, such as `no`. */
function isText(value: object, telling: PartTelling): value is Text {
  return Object.entries(value).every(
    ([key, said]) => typeof said === 'string' && isLocale(key) && !isMember(key, telling),
  );
}

/** Lists that, left out, stand for everything that there is. */
const ALL_IF_LEFT_OUT: readonly string[] = ['items', 'rewards', 'roles', 'offices'];

/** The members of a part, but for what only names it. */
function membersNamed(
  part: { readonly [member: string]: Json },
  above: string,
  telling: PartTelling,
): string[] {
  const { words, ruleSet, titles } = telling;
  return Object.entries(part).flatMap(([name, value]) => {
    const tier = above === 'points' ? own(ruleSet?.difficulties ?? {}, name) : undefined;
    if (tier !== undefined) return [words.says(titles.text(tier), valueNamed(value, name, telling))];
    if (isMember(name, telling))
      return [words.says(memberNamed(name, telling), valueNamed(value, name, telling))];
    return NAMING.includes(name) ? [] : [valueNamed(value, name, telling)];
  });
}

const NAMING: readonly string[] = ['clause', 'id', 'title', 'unitTitle'];

/** Where members say an id of the rules: what the id is called. Commands say which offices enter them. */
const IDS: { readonly [member: string]: (id: string, ruleSet: RuleSet) => Text | undefined } = {
  roles: (id, { roles }) => own(roles, id)?.title,
  items: itemTitle,
  item: itemTitle,
  unit: unitTitle,
  mattersOnly: officeTitle,
  untilFeedback: officeTitle,
  OpenAccount: officeTitle,
  ReportIn: officeTitle,
  ClaimPost: officeTitle,
  ReleasePost: officeTitle,
  CreditActivity: officeTitle,
  VerifyEntry: officeTitle,
  RedeemPoints: officeTitle,
  CorrectScore: officeTitle,
  ReverseEntry: officeTitle,
  TransferPoints: officeTitle,
  ReceivePoints: officeTitle,
  BarAccount: officeTitle,
  CloseAccount: officeTitle,
  colour: colourTitle,
  ground: (id, { ineligibility }) => own(ineligibility, id)?.title,
  limit: (id, { roles }) =>
    Object.values(roles)
      .map(({ limits }) => own(limits, id)?.title)
      .find((title) => title !== undefined),
};

function officeTitle(id: string, { offices }: RuleSet): Text | undefined {
  return own(offices, id)?.title;
}

/** A word of the rule language, an id by its title, or words of the author's. */
function wordNamed(word: string, member: string, { words, titles, ruleSet }: PartTelling): string {
  const titled = own(IDS, member);
  if (titled === undefined) return own(words.words, word) ?? (DATE.test(word) ? word : words.quoted(word));
  if (ruleSet === undefined) return words.quoted(clip(word));
  const title = titled(word, ruleSet);
  return title === undefined
    ? (own(words.members, member) ?? words.something)
    : words.quoted(titles.text(title));
}

const DATE = /^[\d-]+$/;

/** The fields of events that lie at some paths, each said once. */
export function fieldsNamed(paths: readonly string[], words: PartWords): string[] {
  const named = paths.map((path) => {
    const field = path.split(/[.[\]]+/)[1];
    return (field === undefined ? undefined : own(words.fields, field)) ?? words.something;
  });
  return [...new Set(named)];
}
