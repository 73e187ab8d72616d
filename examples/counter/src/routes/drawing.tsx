import { randomUUID } from 'node:crypto';
import type { Child } from 'hono/jsx';
import { handbookOn } from 'points-bank';
import { z } from 'zod';
import { editionsLeft } from '../bank/enter.js';
import { windowStanding } from '../bank/standing.js';
import type { Counter } from '../counter.js';
import type { EntryKind, FormValues } from '../forms/command-of.js';
import { CorrectFields } from '../pages/correct-fields.js';
import { ClaimFields, CreditFields, ReportInFields } from '../pages/entry-forms.js';
import type { FormState } from '../pages/fields.js';
import { RedeemFields } from '../pages/redeem-fields.js';
import { RedemptionNotes } from '../pages/redemption-notes.js';
import type { Seen } from '../web/account-of.js';
import type { View } from '../web/view.js';

const day = z.iso.date();

/** What is particular to one kind of form. */
type Drawing = {
  readonly title: string;
  readonly submit: string;
  readonly fields: Child;
  readonly aside?: Child;
};

/** The day that a form is about, where it is one; today otherwise. */
function dayOf(values: FormValues, today: string): string {
  return day.safeParse(values.on).data ?? today;
}

export async function drawing(
  counter: Counter,
  view: View,
  kind: EntryKind,
  seen: Seen,
  state: FormState,
): Promise<Drawing> {
  const { say } = view;
  const { account, events } = seen;
  const id = account.accountId;
  const props = { view, state, account, events };
  switch (kind) {
    case 'report-in':
      return {
        title: say.reportInTitle(id),
        submit: say.submitReportIn,
        fields: <ReportInFields {...props} />,
      };
    case 'claim':
      return { title: say.claimTitle(id), submit: say.submitClaim, fields: <ClaimFields {...props} /> };
    case 'credit':
      return { title: say.creditTitle(id), submit: say.submitCredit, fields: <CreditFields {...props} /> };
    case 'redeem': {
      const on = dayOf(state.values, view.today);
      const handbook = handbookOn(await editionsLeft(counter, account.communityId), on);
      const standing = windowStanding(counter.ruleSet, account, handbook, on);
      const aside = (
        <RedemptionNotes view={view} account={account} handbook={handbook} standing={standing} on={on} />
      );
      const fields =
        handbook === undefined ? (
          <p class="notice">{say.noHandbook}</p>
        ) : (
          <RedeemFields {...props} handbook={handbook} redemptionId={randomUUID()} />
        );
      return { title: say.redeemTitle(id), submit: say.submitRedeem, fields, aside };
    }
    default:
      return {
        title: say.correctTitle(id),
        submit: say.submitCorrect,
        fields: <CorrectFields {...props} correctionId={randomUUID()} />,
      };
  }
}
