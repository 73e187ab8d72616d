import { randomUUID } from 'node:crypto';
import type { Child } from 'hono/jsx';
import { handbookOn } from 'points-bank';
import { editionsLeft } from '../bank/enter.js';
import { windowStanding } from '../bank/standing.js';
import type { Counter } from '../counter.js';
import type { EntryKind, FormValues } from '../forms/command-of.js';
import type { Messages } from '../language/messages.js';
import { CorrectFields } from '../pages/correct-fields.js';
import { DayField } from '../pages/entry-fields.js';
import { ClaimFields, CreditFields, ReportInFields } from '../pages/entry-forms.js';
import type { FormState } from '../pages/fields.js';
import { BarFields, CloseFields, ReceiveFields, ReleaseFields, SendFields } from '../pages/other-forms.js';
import { RedeemFields } from '../pages/redeem-fields.js';
import { RedemptionNotes } from '../pages/redemption-notes.js';
import { EntryInWords, UndoFields } from '../pages/undo-fields.js';
import type { Seen } from '../web/account-of.js';
import { day } from '../web/query.js';
import type { View } from '../web/view.js';
import type { Placed } from './place.js';

/** What is particular to one kind of form. */
type Drawing = {
  readonly fields: Child;
  readonly aside?: Child;
};

/** What each form is called, and its button. */
export const TITLES: Readonly<Record<Exclude<EntryKind, 'open'>, readonly [title: Titled, submit: Said]>> = {
  'report-in': ['reportInTitle', 'submitReportIn'],
  claim: ['claimTitle', 'submitClaim'],
  credit: ['creditTitle', 'submitCredit'],
  redeem: ['redeemTitle', 'submitRedeem'],
  correct: ['correctTitle', 'submitCorrect'],
  undo: ['undoTitle', 'submitUndo'],
  verify: ['verifyTitle', 'submitVerify'],
  release: ['releaseTitle', 'submitRelease'],
  bar: ['barTitle', 'submitBar'],
  send: ['sendTitle', 'submitSend'],
  receive: ['receiveTitle', 'submitReceive'],
  close: ['closeTitle', 'submitClose'],
};

type Said = { [K in keyof Messages]: Messages[K] extends string ? K : never }[keyof Messages];
type Titled = {
  [K in keyof Messages]: Messages[K] extends (id: string) => string ? K : never;
}[keyof Messages];

/** The day that a form is about, where it is one; today otherwise. */
function dayOf(values: FormValues, today: string): string {
  return day.safeParse(values.on).data ?? today;
}

export async function drawing(
  counter: Counter,
  view: View,
  kind: EntryKind,
  seen: Seen,
  { place, event }: Placed,
  state: FormState,
): Promise<Drawing> {
  const { account, events } = seen;
  const props = { view, state, account, events };
  switch (kind) {
    case 'claim':
      return { fields: <ClaimFields {...props} /> };
    case 'credit':
      return { fields: <CreditFields {...props} /> };
    case 'redeem':
      return redeeming(counter, view, seen, state);
    case 'correct':
      return { fields: <CorrectFields {...props} correctionId={randomUUID()} /> };
    case 'undo':
      return {
        aside: event && <EntryInWords view={view} event={event} />,
        fields: event && (
          <UndoFields view={view} state={state} event={event} given={place.given} reversalId={randomUUID()} />
        ),
      };
    case 'verify':
      return {
        aside: event && <EntryInWords view={view} event={event} />,
        fields: <DayField view={view} state={state} />,
      };
    case 'release':
      return { fields: <ReleaseFields {...props} /> };
    case 'bar':
      return { fields: <BarFields {...props} barId={randomUUID()} /> };
    case 'send':
      return { fields: <SendFields {...props} transferId={randomUUID()} /> };
    case 'receive':
      return { fields: <ReceiveFields {...props} sent={place.sent?.data} /> };
    case 'close':
      return { fields: <CloseFields {...props} /> };
    default:
      return { fields: <ReportInFields {...props} /> };
  }
}

async function redeeming(counter: Counter, view: View, seen: Seen, state: FormState): Promise<Drawing> {
  const { account } = seen;
  const on = dayOf(state.values, view.today);
  const handbook = handbookOn(await editionsLeft(counter, account.communityId), on);
  const standing = windowStanding(counter.ruleSet, account, handbook, on);
  const aside = (
    <RedemptionNotes view={view} account={account} handbook={handbook} standing={standing} on={on} />
  );
  const fields =
    handbook === undefined ? (
      <p class="notice">{view.say.noHandbook}</p>
    ) : (
      <RedeemFields
        view={view}
        state={state}
        account={account}
        events={seen.events}
        handbook={handbook}
        redemptionId={randomUUID()}
      />
    );
  return { fields, aside };
}
