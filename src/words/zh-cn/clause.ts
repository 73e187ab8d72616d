import { afterChinese } from '../../values/text.js';
import type { Titles } from '../pack.js';

/** `条款二（三）3（1）` as the document writes it, or `条款 7.2` where only the id is known. */
export function clauseWords(clause: string, titles: Titles): string {
  return `条款${afterChinese(titles.clause(clause))}`;
}
