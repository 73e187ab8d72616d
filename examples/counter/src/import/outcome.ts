import type { Refusal, RuleSet, Text } from 'points-bank';
import { explain } from 'points-bank';
import type { Parsed } from 'points-bank/schema';

type RefusedRow = { readonly line: number; readonly accountId: string; readonly reason: Text };

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
export const reasonOf = (refusal: Refusal, ruleSet: RuleSet): Text => ({
  'zh-CN': explain(refusal, 'zh-CN', ruleSet),
  en: explain(refusal, 'en', ruleSet),
});

/** Every field that is wrong, in both languages. */
export function problemsOf(parsed: Parsed<unknown> & { ok: false }): Text {
  const said = (locale: 'zh-CN' | 'en') =>
    parsed.problems
      .map(({ path, message }) => `${path.replace(/^data\./, '')}: ${message[locale]}`)
      .join('; ');
  return { 'zh-CN': said('zh-CN'), en: said('en') };
}
