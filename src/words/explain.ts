import type { Refusal, Warning } from '../account/decide/refusal.js';
import type { BankEvent } from '../account/events/event.js';
import type { Handbook, Reward } from '../account/handbook.js';
import type { ChainVerification } from '../audit/chain/verify-chain.js';
import type { DecisionFinding } from '../audit/decisions/decision-finding.js';
import type { Anomaly } from '../reports/anomalies/anomaly.js';
import type { ReportEntry } from '../reports/shared/report-entry.js';
import type { Recognition } from '../reports/volunteer/recognition.js';
import type { Loosened } from '../rules/differences/bounds.js';
import type { Deviation } from '../rules/differences/deviations.js';
import type { ReadingsUsed } from '../rules/readings-used.js';
import type { RuleSet } from '../rules/rule-set.js';
import type { Problem } from '../schema/problem.js';
import { isRecord } from '../values/json.js';
import { chainFaultWords, findingWords } from './explain-audit.js';
import { eventSentences } from './explain-event.js';
import { anomalyWords, entryWords, handbookWords, recognitionWords } from './explain-report.js';
import { deviationWords, loosenedWords, problemWords } from './explain-rules.js';
import { namesOf, roleOfClause } from './names.js';
import type { Names, Wording, WordPack } from './pack.js';
import type { ReportPack } from './report-pack.js';
import { scaled } from './scaled.js';
import { ExplainError, groupOf, wordFor } from './word-for.js';

/** What is explained by a pack for what is decided. */
export type ExplainedDecision = BankEvent | Refusal | Warning;

/** What is explained by a pack for what is reported and checked. */
export type ExplainedReport =
  | Handbook
  | ReportEntry
  | Recognition
  | Anomaly
  | Extract<ChainVerification, { ok: false }>
  | Deviation
  | Loosened
  | Problem;

type Explained = ExplainedDecision | ExplainedReport | DecisionFinding;

/** The pack that has the words for something; a finding about a decision needs both. */
export type PackFor<S> = [S] extends [ExplainedDecision]
  ? WordPack
  : [S] extends [ExplainedReport]
    ? ReportPack
    : WordPack & ReportPack;

/**
 * Says what something means, in the words of a pack. Of an event: item and clause, difficulty, what a limit took and which earlier
 * entries had used it, when it resets, and the readings used; of a reversal, which entry is out or back and what it moves; of a
 * closing, what was handed on or forfeited. An event is explained from itself alone; with the rule set, roles, items, difficulties,
 * reasons, grounds and readings are called by their titles.
 *
 * @param subject - an event, a refusal or a warning; a handbook, line by line; an anomaly, a recognition or an entry of a report; a fault
 *   of a chain, a finding about a decision; a deviation, a loosened bound or a problem of a rule set
 * @param pack - `en`, `zhCN`, `ja` or a pack of one's own; for reports and checks `enReports`, `zhCNReports`, `jaReports`; for findings
 *   about decisions both, as `{ ...en, ...enReports }`
 * @param ruleSet - for the titles of what is named by its id, and for points that come in parts
 * @param handbook - for the titles of rewards that are named by their ids: those that came back, or cannot; any list of rewards will do,
 *   such as the lines of the account's redemptions
 * @throws {@link ExplainError} for what is no pack or lacks the words, and for what cannot be explained
 *
 * @example
 * ```ts
 * import { createBank, initialAccount } from 'points-bank'
 * import { renfa2022 } from 'points-bank/rule-sets'
 * import { en, explain } from 'points-bank/words'
 *
 * const by = { office: 'community', communityId: 'linan' } as const
 * const command = { type: 'ReportIn', data: { accountId: 'v1', on: '2023-05-01', by } } as const
 * const decision = createBank(renfa2022).decide(command, initialAccount)
 * if (!decision.accepted) console.log(explain(decision.refusal, en)) // → Refused (clause 2.2): Account 'v1' has not been opened.
 * ```
 */
export function explain<S extends Explained>(
  subject: S,
  pack: PackFor<S>,
  ruleSet?: RuleSet,
  handbook?: { readonly rewards: readonly Pick<Reward, 'rewardId' | 'title'>[] },
): string {
  if (!isRecord(subject)) throw new ExplainError('there is nothing to explain');
  if (!isRecord(pack) || typeof pack.locale !== 'string') {
    throw new ExplainError('not a word pack: give explain one of points-bank/words, such as en');
  }
  if (ruleSet !== undefined && !isRecord(ruleSet?.roles)) {
    throw new ExplainError('not a rule set: give explain the one that the names are of, or none');
  }
  if (handbook !== undefined && !Array.isArray(handbook?.rewards)) {
    throw new ExplainError('not a handbook: give explain the one that the rewards are of, or none');
  }
  const words = pack as WordPack & ReportPack;
  const names = namesOf(words, ruleSet, { handbook, role: roleOf(subject, ruleSet) });
  try {
    const shown = scaled(subject, ruleSet);
    return isDecided(shown)
      ? decidedWords(shown, words, names, ruleSet)
      : reportedWords(shown, words, names, ruleSet);
  } catch (thrown) {
    // What lacks a part of its kind was made by no decision, and is told from the errors of nothing else here.
    if (!(thrown instanceof TypeError) || thrown instanceof ExplainError) throw thrown;
    throw new ExplainError(`it cannot be explained as it is: ${thrown.message}`, { cause: thrown });
  }
}

/** The role that a decision is about, where it or its clause tells. */
function roleOf(subject: Explained, ruleSet: RuleSet | undefined): string | undefined {
  const { facts, data, clause } = subject as {
    readonly facts?: { readonly role?: string };
    readonly data?: { readonly clause?: string };
    readonly clause?: string;
  };
  return facts?.role ?? roleOfClause(data?.clause ?? clause ?? '', ruleSet);
}

function isDecided(
  subject: ExplainedDecision | ExplainedReport | DecisionFinding,
): subject is ExplainedDecision {
  return 'facts' in subject || ('data' in subject && 'type' in subject);
}

function decidedWords(
  subject: ExplainedDecision,
  pack: WordPack,
  names: Names,
  ruleSet: RuleSet | undefined,
): string {
  if ('facts' in subject) {
    const said = reasonWords(subject, pack, names);
    return pack.paragraph([said, ...readingWords(subject.readings, pack, names, ruleSet)]);
  }
  const sentences = eventSentences(subject, pack, names, ruleSet);
  return pack.paragraph([...sentences, ...readingWords(subject.data.readings, pack, names, ruleSet)]);
}

function reportedWords(
  subject: ExplainedReport | DecisionFinding,
  pack: WordPack & ReportPack,
  names: Names,
  ruleSet: RuleSet | undefined,
): string {
  if ('rewards' in subject && 'published' in subject) return handbookWords(subject, pack, names);
  if ('assessed' in subject) return entryWords(subject, pack, names);
  if ('levels' in subject) return recognitionWords(subject, pack, names);
  if ('event' in subject) return findingWords(subject, pack, names);
  if ('fault' in subject) return chainFaultWords(subject, pack);
  if ('bound' in subject) return loosenedWords(subject, pack, names, ruleSet);
  if ('message' in subject) return problemWords(subject, pack);
  if ('path' in subject) return deviationWords(subject, pack, names, ruleSet);
  if ('kind' in subject) return anomalyWords(subject, pack, names);
  throw new ExplainError('only what the library decides, reports or checks can be explained');
}

function reasonWords(subject: Refusal | Warning, pack: WordPack, names: Names): string {
  const { code, clause, facts } = subject;
  const warns = Object.hasOwn(groupOf(pack, 'warnings'), code);
  const words = warns
    ? wordFor(pack, 'warnings', code as Warning['code'])
    : wordFor(pack, 'refusals', code as Refusal['code']);
  const said = (words as Wording<typeof facts>)(facts, names);
  return warns ? pack.warned({ clause, said }, names) : pack.refused({ clause, said }, names);
}

function readingWords(
  used: ReadingsUsed,
  pack: WordPack,
  names: Names,
  ruleSet: RuleSet | undefined,
): string[] {
  // A store may give the members of an event back in another order: in the rule set's, or else by their ids.
  const order = Object.keys(ruleSet?.readings ?? {});
  const named = Object.entries(used).sort(
    ([a], [b]) => order.indexOf(a) - order.indexOf(b) || (a < b ? -1 : 1),
  );
  if (named.length === 0) return [];
  return [pack.events.readings(named.map(([id, answer]) => names.reading(id, answer)))];
}
