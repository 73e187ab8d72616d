import type { RuleSet } from '../../rules/rule-set.js';
import type { CalendarDate } from '../../values/calendar.js';
import { checkedNumber, checkPeriod } from '../shared/report-error.js';

/** What anomalies are looked for in, and from where on something is one. */
export type AnomalyOptions = {
  /** The first day that counts; the beginning where left out. */
  readonly from?: CalendarDate;
  /** The last day that counts; the end where left out. */
  readonly to?: CalendarDate;
  /** What accounts are compared by; `assessment` where left out, so that what was corrected is not found again. */
  readonly measure?: 'assessment' | 'earned';
  /** The modified z-score from which an account or an issuer is far from the others; 3.5 where left out. */
  readonly threshold?: number;
  /** Accounts of a role there have to be for one to be far from the others; 8 where left out. */
  readonly minimumAccounts?: number;
  /** Points that an account has to differ from the median by at least; 5 where left out, so that in a group of near equals one entry more is nothing. */
  readonly minimumDifference?: number;
  /** Entries on one day from which an account's day is found; 5 where left out. */
  readonly entriesOnADay?: number;
  /** Issuers there have to be for one to be far from the others; 5 where left out. */
  readonly minimumIssuers?: number;
  /** Entries that an issuer has to have to be compared; 20 where left out. */
  readonly minimumEntries?: number;
  /** The share of the median that an issuer has to differ by at least; 0.2 where left out. */
  readonly minimumShare?: number;
  /** The rules, whose clause on corrections the findings then cite; 2.5 of the first scheme where left out. */
  readonly ruleSet?: RuleSet;
};

/** The options with what was left out. */
export type AnomalyTerms = Required<Omit<AnomalyOptions, 'ruleSet'>> & { readonly clause: string };

const BEGINNING = '1900-01-01';
const END = '9999-12-31';

/** Fills in what was left out, and refuses what no finding can be made by. */
export function anomalyTerms(options: AnomalyOptions): AnomalyTerms {
  const { from = BEGINNING, to = END, measure = 'assessment', ruleSet } = options;
  checkPeriod(from, to);
  return {
    from,
    to,
    measure,
    threshold: checkedNumber('threshold', options.threshold ?? 3.5, 0),
    minimumAccounts: checkedNumber('minimumAccounts', options.minimumAccounts ?? 8, 3),
    minimumDifference: checkedNumber('minimumDifference', options.minimumDifference ?? 5, 0),
    entriesOnADay: checkedNumber('entriesOnADay', options.entriesOnADay ?? 5, 2),
    minimumIssuers: checkedNumber('minimumIssuers', options.minimumIssuers ?? 5, 3),
    minimumEntries: checkedNumber('minimumEntries', options.minimumEntries ?? 20, 1),
    minimumShare: checkedNumber('minimumShare', options.minimumShare ?? 0.2, 0),
    clause: ruleSet?.correction.clause ?? '2.5',
  };
}
