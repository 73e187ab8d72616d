import type { Loosened } from '../rules/differences/bounds.js';
import type { Deviation } from '../rules/differences/deviations.js';
import type { LoosenedBound } from '../rules/differences/loosened-bounds.js';
import type { RuleSet } from '../rules/rule-set.js';
import type { Problem } from '../schema/problem.js';
import type { Json } from '../values/json.js';
import { clip } from '../values/text.js';
import { memberAt, partNamed, valueNamed } from './explain-parts.js';
import type { Titles } from './pack.js';
import type { ReportPack } from './report-pack.js';
import { groupOf, wordFor } from './word-for.js';

const LONGEST_PART = 120;

/** A difference of a rule set from its base. */
export function deviationWords(
  { clause, path, kind, was, is }: Deviation,
  pack: ReportPack,
  titles: Titles,
  ruleSet: RuleSet | undefined,
): string {
  const telling = { words: groupOf(pack, 'parts'), titles, ruleSet };
  const member = memberAt(path);
  const said = (value: Json | undefined): string => clip(valueNamed(value, member, telling), LONGEST_PART);
  const facts = { clause, part: partNamed(path, telling, is ?? was), kind, was: said(was), is: said(is) };
  return groupOf(pack, 'deviations').sentence(facts, titles);
}

/** A place where a rule set is looser than its base allows. */
export function loosenedWords(
  place: Loosened | LoosenedBound,
  pack: ReportPack,
  titles: Titles,
  ruleSet: RuleSet | undefined,
): string {
  const { sentence, how, answer, settled } = groupOf(pack, 'loosened');
  const { path, clause, title } = place;
  const part = partNamed(path, { words: groupOf(pack, 'parts'), titles, ruleSet });
  const said = (how[place.kind] as (place: Loosened) => string)(place);
  const answers = 'answers' in place ? place.answers : [];
  const settling = (['allows', 'takes-back'] as const).flatMap((done) => {
    const those = answers.filter((one) => one.how === done);
    if (those.length === 0) return [];
    return [settled[done](those.map((one) => answer(titles.text(one.question), titles.text(one.title))))];
  });
  return pack.paragraph([
    sentence({ part, clause, title: titles.text(title), how: said }, titles),
    ...settling,
  ]);
}

/** What is wrong with data; its path is for the host to show. */
export function problemWords({ code, detail, suggestion }: Problem, pack: ReportPack): string {
  const said = wordFor(pack, 'problems', code)(detail);
  return suggestion === undefined ? said : said + groupOf(pack, 'suggestion')(suggestion);
}
