import type { AccountOpened, FeedbackTerms } from '../../account/events/event.js';
import type { NamedPart, RuleSet, UseOfPoints } from '../../rules/rule-set.js';
import type { CalendarDate } from '../../values/calendar.js';
import { partsForRole } from '../../values/for-role.js';
import { own } from '../../values/json.js';
import { copyOf } from '../shared/account-details.js';
import { ReportError } from '../shared/report-error.js';

/** The days of a feedback year. */
export type FeedbackYear = {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** The last day on which the feedback is in time. */
  readonly dueOn: CalendarDate;
};

/**
 * The terms of an account's feedback: those recorded in the opening, or those of the rule set if one is given. A role that the rule
 * set does not have keeps its recorded recipients and uses.
 */
export function termsOf({ data }: AccountOpened, ruleSet: RuleSet | undefined): FeedbackTerms {
  if (ruleSet === undefined) return data.feedback;
  const { feedback, assessment } = ruleSet;
  const { clause, recipients, uses } = own(ruleSet.roles, data.role)?.feedback ?? data.feedback;
  const { due, yearStarts } = feedback;
  const terms = { clause, recipients, uses, due, yearStarts };
  return {
    ...terms,
    ...(assessment.mark === undefined ? {} : { outOf: assessment.mark.outOf }),
    ...(assessment.scale === undefined ? {} : { scale: assessment.scale }),
  };
}

/** What an account's points stand for: as recorded in the opening, or by the rule set if one is given and has the role. */
export function standsFor({ data }: AccountOpened, ruleSet: RuleSet | undefined): UseOfPoints[] {
  const isKnown = ruleSet !== undefined && own(ruleSet.roles, data.role) !== undefined;
  const uses = isKnown
    ? partsForRole(ruleSet.uses, data.role).map(([id, use]) => ({ ...use, id }))
    : (data.standsFor ?? []);
  return uses.map(({ id, title, clause }) => ({ id, title: copyOf(title), clause }));
}

/** The days of a feedback year. A year that starts on 12-01 is named for the year in which it ends. */
export function feedbackYear({ due, yearStarts }: FeedbackTerms, year: number): FeedbackYear {
  const name = String(year);
  return yearStarts === '12-01'
    ? { from: `${year - 1}-12-01`, to: `${name}-11-30`, dueOn: `${name}-${due}` }
    : { from: `${name}-01-01`, to: `${name}-12-31`, dueOn: `${name}-${due}` };
}

/** Throws unless dates can be written in the year. */
export function checkYear(year: number): void {
  if (Number.isInteger(year) && year >= 1900 && year <= 9999) return;
  throw new ReportError('not-a-year', `not a year from 1900 to 9999: ${String(year)}`);
}

/** Copies of the parts, for a report. */
export function copiesOf(parts: readonly NamedPart[]): NamedPart[] {
  return parts.map(({ id, title }) => ({ id, title: copyOf(title) }));
}
