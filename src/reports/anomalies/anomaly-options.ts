import { requireRuleSetIfGiven } from '../../rules/require-rule-set.js';
import type { RuleSet } from '../../rules/rule-set.js';
import type { CalendarDate } from '../../values/calendar.js';
import { checkedKnownOn, checkedNumber, checkPeriod, ReportError } from '../shared/report-error.js';

/** The period and the thresholds of {@link findAnomalies}. */
export type AnomalyOptions = {
  /** The first day that counts; no limit by default. */
  readonly from?: CalendarDate;
  /** The last day that counts; no limit by default. */
  readonly to?: CalendarDate;
  /** What came on record after this day is not there; everything is if absent. */
  readonly knownOn?: CalendarDate;
  /** The figure by which accounts are compared. The default, `assessment`, does not report corrected points again. */
  readonly measure?: 'assessment' | 'earned';
  /** The modified z-score from which an account or an issuer is an outlier; 3.5 by default. */
  readonly threshold?: number;
  /** The fewest accounts of a role that are compared; 8 by default. */
  readonly minimumAccounts?: number;
  /** The smallest difference from the median, in points, that is reported; 5 by default, so that one more entry among near equals is not. */
  readonly minimumDifference?: number;
  /** The number of an account's entries on one day from which the day is reported; 5 by default. */
  readonly entriesOnADay?: number;
  /** The fewest issuers that are compared; 5 by default. */
  readonly minimumIssuers?: number;
  /** The fewest entries of an issuer that is compared; 20 by default. */
  readonly minimumEntries?: number;
  /** The smallest difference from the median, as a share of it, for which an issuer is reported; 0.2 by default. */
  readonly minimumShare?: number;
  /** The number of days after its day from which an entry counts as written up late; 90 by default. */
  readonly lateAfterDays?: number;
  /** The number of reversed entries of one recorder from which they are reported; 5 by default. */
  readonly reversedEntries?: number;
  /** The smallest share of a recorder's entries, reversed, that is reported; 0.1 by default. */
  readonly reversedShare?: number;
  /** The rules: the findings cite their clause on corrections (`3` without them), and feedback is due by their day. */
  readonly ruleSet?: RuleSet;
};

/** The options with all defaults. */
export type AnomalyTerms = Required<Omit<AnomalyOptions, 'ruleSet' | 'knownOn'>> & {
  readonly knownOn: CalendarDate | undefined;
  readonly clause: string;
  readonly ruleSet: RuleSet | undefined;
};

const MEASURES: readonly AnomalyTerms['measure'][] = ['assessment', 'earned'];
const BEGINNING = '1900-01-01';
const END = '9999-12-31';

/** The thresholds, each with its default and the least that it may be. */
const THRESHOLDS = {
  threshold: [3.5, 0],
  minimumAccounts: [8, 3],
  minimumDifference: [5, 0],
  entriesOnADay: [5, 2],
  minimumIssuers: [5, 3],
  minimumEntries: [20, 1],
  minimumShare: [0.2, 0],
  lateAfterDays: [90, 1],
  reversedEntries: [5, 1],
  reversedShare: [0.1, 0],
} as const;

type Thresholds = { readonly [Name in keyof typeof THRESHOLDS]: number };

function checkedThresholds(options: AnomalyOptions): Thresholds {
  const thresholds = Object.entries(THRESHOLDS).map(([name, [usual, least]]) => {
    const given = options[name as keyof Thresholds];
    return [name, checkedNumber(name, given ?? usual, least)] as const;
  });
  return Object.fromEntries(thresholds) as Thresholds;
}

/** Fills in the defaults, and throws for an invalid option. */
export function anomalyTerms(given: AnomalyOptions): AnomalyTerms {
  // Nothing in place of the options is as good as none of them.
  const options: AnomalyOptions = Object(given);
  const { from = BEGINNING, to = END, knownOn, measure = 'assessment', ruleSet } = options;
  checkPeriod(from, to);
  checkedKnownOn(knownOn);
  requireRuleSetIfGiven(ruleSet);
  if (!MEASURES.includes(measure)) {
    throw new ReportError('bad-option', `measure is none of ${MEASURES.join(', ')}: ${String(measure)}`);
  }
  return {
    from,
    to,
    knownOn,
    measure,
    ...checkedThresholds(options),
    ruleSet,
    clause: ruleSet?.correction.clause ?? '3',
  };
}
