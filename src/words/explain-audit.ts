import type { ChainVerification } from '../audit/chain/verify-chain.js';
import type { DecisionFinding } from '../audit/decisions/decision-finding.js';
import { fieldsNamed } from './explain-parts.js';
import type { Names, Wording, WordPack } from './pack.js';
import type { ReportPack, ReportWording } from './report-pack.js';
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
  const say = (said: string): string => entry(finding.at + 1, said);
  if (finding.fault === 'differs') return say(faults.differs(fieldsNamed(finding.parts, pack.parts)));
  if (finding.fault === 'unfounded-continuation') {
    const { because, accountId, parts } = finding;
    return say(faults[finding.fault](because, accountId, fieldsNamed(parts, pack.parts)));
  }
  if (finding.fault !== 'refused') {
    return say((faults[finding.fault] as ReportWording<DecisionFinding>)(finding, names));
  }
  const { code, facts } = finding.refusal;
  const refusal = (wordFor(pack, 'refusals', code) as Wording<typeof facts>)(facts, names);
  return say(faults.refused(refusal));
}
