import type { BankEvent, Refusal, RefusalCode, RefusalFacts, RuleSet, Warning } from '../../src/index.js';
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
