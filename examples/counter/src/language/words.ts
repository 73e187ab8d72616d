import type { RuleSet } from 'points-bank';
import { en, enReports, type ReportPack, type WordPack, zhCN, zhCNReports } from 'points-bank/words';

/** The languages of the counter. */
export type Locale = 'zh-CN' | 'en';

/** The same words in both. */
export type Bilingual = { readonly [L in Locale]: string };

export const text = (zh: string, english: string): Bilingual => ({ 'zh-CN': zh, en: english });

/** A clause: in Chinese as the scheme's document writes it, otherwise by its id. */
export function clauseIn(locale: Locale, { source }: RuleSet, clause: string): string {
  return (locale === 'zh-CN' ? source?.numbering?.[clause] : undefined) ?? clause;
}

/** What the library decides and reports, in the counter's words: its own packs, with a few sentences that name the counter's pages. */
export const WORDS: { readonly [L in Locale]: WordPack & ReportPack } = {
  'zh-CN': {
    ...zhCN,
    ...zhCNReports,
    refusals: { ...zhCN.refusals, 'no-handbook': () => '本社区尚未公布积分手册，请先在“积分手册”页公布。' },
  },
  en: {
    ...en,
    ...enReports,
    refusals: {
      ...en.refusals,
      'no-handbook': () => "The community has no points handbook yet; publish one on the page 'Handbook'.",
    },
  },
};
