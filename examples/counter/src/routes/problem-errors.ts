import type { Problem } from 'points-bank/schema';
import { explain } from 'points-bank/words';
import { fieldTitle } from '../forms/field-title.js';
import { messagesIn } from '../language/messages.js';
import { WORDS } from '../language/words.js';
import type { FormError } from '../pages/fields.js';
import type { Web } from '../web/env.js';

/** What the library finds wrong with what a form stands for: at its field as it is, and in the summary by the field's name. */
export function problemErrors(
  c: Web,
  problems: readonly Problem[],
  fieldOf: (path: string) => string | undefined,
): FormError[] {
  const locale = c.get('locale');
  const say = messagesIn(locale);
  return problems.map((problem) => {
    const field = fieldOf(problem.path);
    const text = explain(problem, WORDS[locale]);
    const title = field === undefined ? undefined : fieldTitle(say, field);
    if (title === undefined) return { field, text };
    const summary = problem.code === 'missing' ? say.fieldMissing(title) : say.fieldWrong(title, text);
    return { field, text, summary };
  });
}
