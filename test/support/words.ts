import type { BankEvent, Refusal, RefusalCode, RefusalFacts, RuleSet, Warning } from '../../src/index.js';
import { clip } from '../../src/values/text.js';
import {
  type ExplainedReport,
  en,
  enReports,
  explain,
  ja,
  jaReports,
  zhCN,
  zhCNReports,
} from '../../src/words.js';

/** Every word of each language, by locale. */
export const PACKS = {
  'zh-CN': { ...zhCN, ...zhCNReports },
  en: { ...en, ...enReports },
  ja: { ...ja, ...jaReports },
} as const;

/** What is said in Chinese and in English. */
export type Told = { readonly 'zh-CN': string; readonly en: string };

/** The codes of refusals, in their documented order. */
export const REFUSAL_CODES = Object.keys(en.refusals) as RefusalCode[];

/** What an event, a refusal or a warning comes to, in Chinese and in English. */
export function told(subject: BankEvent | Refusal | Warning, ruleSet?: RuleSet): Told {
  return { 'zh-CN': explain(subject, zhCN, ruleSet), en: explain(subject, en, ruleSet) };
}

/** What a report or a check comes to, in Chinese and in English. */
export function reported(subject: ExplainedReport): Told {
  return { 'zh-CN': explain(subject, zhCNReports), en: explain(subject, enReports) };
}

/** The reason of a refusal, without its clause and its readings. */
export function reasonOf({ code, facts }: Pick<Refusal, 'code' | 'facts'>, ruleSet?: RuleSet): Told {
  return reason(code, facts as never, ruleSet);
}

/** The reason with these facts. */
export function reason<C extends RefusalCode>(code: C, facts: RefusalFacts[C], ruleSet?: RuleSet): Told {
  const { 'zh-CN': zh, en: english } = told({ code, facts, clause: '0', readings: {} } as never, ruleSet);
  return {
    'zh-CN': zh.replace(/^未能办理（条款 0）：/, ''),
    en: english.replace(/^Refused \(clause 0\): /, ''),
  };
}

/** Acronyms that a Chinese official writes in Latin letters. */
const ACRONYMS: ReadonlySet<string> = new Set(['APP']);

/** Names that are the library's or the rule set's, and so have to be said by their titles. */
function ownNames({ roles, difficulties, readings, ineligibility, closing }: RuleSet): Set<string> {
  const inRoles = Object.values(roles).flatMap(({ account, items, limits }) => [
    account.colour,
    ...Object.keys(items),
    ...Object.keys(limits),
  ]);
  const answers = Object.values(readings).flatMap((reading) => Object.keys(reading.answers));
  const parts = [roles, difficulties, readings, ineligibility, closing?.reasons ?? {}].flatMap(Object.keys);
  const vocabulary = Object.values(zhCN.vocabulary).flatMap(Object.keys);
  return new Set([...inRoles, ...answers, ...parts, ...vocabulary]);
}

/** Every text within some data. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** The words of two Latin letters or more in Chinese words, apart from what the host itself gave, such as ids and names. */
export function latinWords(words: string, given: unknown, ruleSet: RuleSet): string[] {
  const own = ownNames(ruleSet);
  const names = [...new Set(textsIn(given))].filter((name) => /[a-z]/i.test(name) && !own.has(name));
  const longestFirst = names.sort((a, b) => b.length - a.length);
  const said = longestFirst.reduce((left, name) => left.replaceAll(clip(name), '·'), words);
  return (said.match(/[a-z]{2,}/gi) ?? []).filter((word) => !ACRONYMS.has(word));
}
