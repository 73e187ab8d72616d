import { en, enReports, type ReportPack, type WordPack, zhCN, zhCNReports } from 'points-bank/words';
import type { Locale } from './locale.js';

/** The library's words for what is decided, reported and checked. */
export type Pack = WordPack & ReportPack;

const PACKS: { readonly [L in Locale]: Pack } = {
  en: { ...en, ...enReports },
  'zh-CN': { ...zhCN, ...zhCNReports },
};

/** The library's words in a language. */
export function packOf(locale: Locale): Pack {
  return PACKS[locale];
}
