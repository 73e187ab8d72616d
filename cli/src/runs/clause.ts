import type { RuleSet } from 'points-bank';
import type { Locale } from '../program/locale.js';

/** A clause as the scheme's document numbers it in Chinese; in English by its id, as everywhere in the library. */
export function clauseWords(clause: string, ruleSet: RuleSet, locale: Locale): string {
  return locale === 'en' ? clause : (ruleSet.source?.numbering?.[clause] ?? clause);
}
