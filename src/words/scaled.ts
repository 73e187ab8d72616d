import type { RuleSet } from '../rules/rule-set.js';
import { isRecord, own } from '../values/json.js';
import { shownPoints } from '../values/points.js';

/** Members that are points wherever they stand. */
const POINTS: readonly string[] = [
  'points',
  'base',
  'scored',
  'requested',
  'deducted',
  'balance',
  'assessment',
  'assessed',
  'forfeited',
  'price',
  'holds',
  'threshold',
];

/** Members that are points if what they belong to counts points. */
const COUNTED: readonly string[] = [
  'maximum',
  'minimum',
  'used',
  'took',
  'held',
  'counted',
  'missing',
  'before',
];

/** What is to be explained, with its points as the scheme's people write them. */
export function scaled<S>(subject: S, ruleSet: RuleSet | undefined): S {
  return ruleSet?.points === undefined ? subject : (scaledPart(subject, ruleSet) as S);
}

function scaledPart(part: unknown, ruleSet: RuleSet): unknown {
  if (Array.isArray(part)) return part.map((member) => scaledPart(member, ruleSet));
  if (!isRecord(part)) return part;
  const isCounted = countsPoints(part, ruleSet);
  const members = Object.entries(part).map(([name, member]) => {
    if (typeof member !== 'number') return [name, scaledPart(member, ruleSet)];
    const isPoints = POINTS.includes(name) || (isCounted && COUNTED.includes(name));
    return [name, isPoints ? shownPoints(member, ruleSet) : member];
  });
  return Object.fromEntries(members);
}

/** Whether a part compares points, and not entries, quantities, rewards or visits. */
function countsPoints(part: Record<string, unknown>, { ineligibility }: RuleSet): boolean {
  if (typeof part.counts === 'string') return ['points', 'deductions', 'balance'].includes(part.counts);
  if (typeof part.ground === 'string') return own(ineligibility, part.ground)?.below?.counts === 'points';
  return POINTS.some((name) => name in part) || 'took' in part || 'figure' in part;
}
