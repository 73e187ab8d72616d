import type { Refusal, RuleSet } from 'points-bank';
import type { Parsed } from 'points-bank/schema';
import { explain } from 'points-bank/words';
import { type Bilingual, WORDS } from '../language/words.js';
import { COLUMNS, type Column } from './columns.js';

type RefusedRow = { readonly line: number; readonly accountId: string; readonly reason: Bilingual };

/** What an import came to, or would come to. */
export type Outcome = {
  readonly rows: number;
  done: number;
  added: number;
  already: number;
  readonly refused: RefusedRow[];
};

export const outcomeOf = (rows: number): Outcome => ({ rows, done: 0, added: 0, already: 0, refused: [] });

/** A refusal in both languages. */
export const reasonOf = (refusal: Refusal, ruleSet: RuleSet): Bilingual => ({
  'zh-CN': explain(refusal, WORDS['zh-CN'], ruleSet),
  en: explain(refusal, WORDS.en, ruleSet),
});

const isColumn = (name: string): name is Column => Object.hasOwn(COLUMNS, name);

/** Every field that is wrong, in both languages. */
export function problemsOf(parsed: Parsed<unknown> & { ok: false }): Bilingual {
  const said = (locale: 'zh-CN' | 'en') =>
    parsed.problems
      .map((problem) => {
        const path = problem.path.replace(/^data\./, '');
        const name = /^lines\b/.test(path) ? 'rewards' : path;
        // A field goes by its column's heading; one that is no column of its own is named by the words.
        const heading = isColumn(name) ? `${COLUMNS[name][locale]}${locale === 'en' ? ': ' : '：'}` : '';
        return `${heading}${explain(problem, WORDS[locale])}`;
      })
      .join(locale === 'en' ? '; ' : '；');
  return { 'zh-CN': said('zh-CN'), en: said('en') };
}
