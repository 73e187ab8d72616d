import type { ChainVerification } from '../audit/chain/verify-chain.js';
import type { DecisionFinding } from '../audit/decisions/decision-finding.js';
import type { Names, Sentence, WordPack } from './pack.js';
import type { ReportPack, ReportSentence } from './report-pack.js';
import { groupOf, wordFor } from './word-for.js';

/** A fault of a chain. People count entries from 1. */
export function chainFaultWords(
  { at, fault }: Extract<ChainVerification, { ok: false }>,
  pack: ReportPack,
): string {
  return wordFor(pack, 'chainFaults', fault)(at + 1);
}

/** A finding about a recorded event. People count entries from 1. */
export function findingWords(finding: DecisionFinding, pack: WordPack & ReportPack, names: Names): string {
  const { entry, faults } = groupOf(pack, 'findings');
  if (finding.fault !== 'refused') {
    return entry(finding.at + 1, (faults[finding.fault] as ReportSentence<DecisionFinding>)(finding, names));
  }
  const { code, facts } = finding.refusal;
  const refusal = (wordFor(pack, 'refusals', code) as Sentence<typeof facts>)(facts, names);
  return entry(finding.at + 1, faults.refused(refusal));
}
