import type { Loosened } from '../rules/bounds.js';
import type { Deviation } from '../rules/deviations.js';
import type { Problem } from '../schema/problem.js';
import { isRecord, type Json } from '../values/json.js';
import type { Text } from '../values/text.js';
import { clip } from '../values/text.js';
import type { Titles } from './pack.js';
import type { ReportPack } from './report-pack.js';
import { groupOf, wordFor } from './word-for.js';

const LONGEST_PART = 120;

/** A difference of a rule set from its base. */
export function deviationWords(
  { clause, path, kind, was, is }: Deviation,
  pack: ReportPack,
  titles: Titles,
): string {
  const parts = { was: partWords(was, pack, titles), is: partWords(is, pack, titles) };
  return groupOf(pack, 'deviations').sentence({ clause, path, kind, ...parts }, titles);
}

/** A part in a few words: its title where it has one. */
function partWords(part: Json | undefined, { deviations }: ReportPack, titles: Titles): string {
  if (part === undefined) return deviations.nothing;
  if (isRecord(part) && isRecord(part.title)) return deviations.titled(titles.text(part.title as Text));
  return clip(JSON.stringify(part), LONGEST_PART);
}

/** A place where a rule set is looser than its base allows. */
export function loosenedWords(place: Loosened, pack: ReportPack, titles: Titles): string {
  const { sentence, how } = groupOf(pack, 'loosened');
  const { path, clause, title } = place;
  const said = (how[place.kind] as (place: Loosened) => string)(place);
  return sentence({ path, clause, title: titles.text(title), how: said }, titles);
}

/** What is wrong with data; its path is for the host to show. */
export function problemWords({ code, detail }: Problem, pack: ReportPack): string {
  return wordFor(pack, 'problems', code)(detail);
}
