import { expectTypeOf } from 'vitest';
import type { RefusalCode, RuleSet, Text } from '../../src/index.js';
import {
  en,
  enReports,
  ja,
  jaReports,
  type ReportPack,
  type WordPack,
  zhCN,
  zhCNReports,
} from '../../src/words.js';

/*
 * What a host's own words have to say.
 */

expectTypeOf(en).toEqualTypeOf<WordPack>();
expectTypeOf(zhCN).toEqualTypeOf<WordPack>();
expectTypeOf(ja).toEqualTypeOf<WordPack>();
for (const reports of [enReports, zhCNReports, jaReports]) expectTypeOf(reports).toEqualTypeOf<ReportPack>();
expectTypeOf<keyof WordPack['refusals']>().toEqualTypeOf<RefusalCode>();

// A pack that changes a few words, and one that has both kinds.
export const ours: WordPack = {
  ...en,
  vocabulary: { ...en.vocabulary, figures: { ...en.vocabulary.figures, balance: 'what is left' } },
};
export const all: WordPack & ReportPack = { ...en, ...enReports };

const { 'out-of-stock': _, ...refusals } = en.refusals;
// @ts-expect-error a refusal without words
export const noStock: WordPack = { ...en, refusals };
// @ts-expect-error a refusal of another name
export const misspelt: WordPack = { ...en, refusals: { ...refusals, 'out-of-stok': () => '' } };

const { bar, ...kinds } = en.vocabulary.kinds;
// @ts-expect-error a kind of entry without a name
export const noBar: WordPack = { ...en, vocabulary: { ...en.vocabulary, kinds } };
expectTypeOf(bar).toEqualTypeOf<string>();

const { quarter, ...windows } = en.vocabulary.windows;
// @ts-expect-error a window without a name
export const noQuarter: WordPack = { ...en, vocabulary: { ...en.vocabulary, windows } };
expectTypeOf(quarter).returns.toEqualTypeOf<string>();

const { earned, ...figures } = en.vocabulary.figures;
// @ts-expect-error a figure without a name
export const noFigure: WordPack = { ...en, vocabulary: { ...en.vocabulary, figures } };
expectTypeOf(earned).toEqualTypeOf<string>();

const { ScoreCorrected, ...what } = en.events.what;
// @ts-expect-error an event without words
export const noCorrection: WordPack = { ...en, events: { ...en.events, what } };
expectTypeOf(ScoreCorrected).returns.toEqualTypeOf<string>();

// @ts-expect-error a warning without words
export const noWarning: WordPack = { ...en, warnings: {} };

const { 'missing-locale': __, ...problems } = enReports.problems;
// @ts-expect-error a problem without words
export const noProblem: ReportPack = { ...enReports, problems };

// @ts-expect-error a pack for decisions has no words for reports
export const other: ReportPack = en;

// Texts are in whatever language; a rule set says in which.
expectTypeOf<Text>().toEqualTypeOf<{ readonly [locale: string]: string }>();
expectTypeOf<RuleSet['locales']>().toEqualTypeOf<readonly string[]>();
