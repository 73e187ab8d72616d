import type { FC } from 'hono/jsx';
import type { SentPoints } from 'points-bank';
import { wordsIn } from 'points-bank/words';
import { claimedPosts } from '../bank/standing.js';
import { DayField } from './entry-fields.js';
import type { FormProps } from './entry-forms.js';
import { RadioField, SelectField, TextField } from './fields.js';

/* The forms that only some rules have, and those that an account has once or seldom. */

export const ReleaseFields: FC<FormProps> = ({ view, state, events }) => {
  const { say } = view;
  const posts = claimedPosts(events).map((post) => ({ value: post, title: post }));
  return (
    <>
      <SelectField
        view={view}
        state={state}
        name="postId"
        label={say.postGivenUp}
        options={posts}
        none={say.choose}
        required
      />
      <DayField view={view} state={state} />
    </>
  );
};

type BarProps = FormProps & { readonly barId: string };

export const BarFields: FC<BarProps> = ({ view, state, barId }) => {
  const { say, locale, ruleSet, today } = view;
  const grounds = Object.entries(ruleSet.ineligibility)
    .filter(([, { below }]) => below === undefined)
    .map(([value, { title }]) => ({ value, title: wordsIn(title, locale) }));
  return (
    <>
      <input type="hidden" name="barId" value={state.values.barId ?? barId} />
      <RadioField view={view} state={state} name="ground" label={say.ground} options={grounds} required />
      <TextField
        view={view}
        state={state}
        name="from"
        type="date"
        label={say.barredFrom}
        value={today}
        required
      />
      <TextField view={view} state={state} name="until" type="date" label={say.barredUntil} />
      <TextField view={view} state={state} name="reason" label={say.barReason} maxlength={500} required />
      <DayField view={view} state={state} hint={say.decidedDayHint} />
    </>
  );
};

type SendProps = FormProps & { readonly transferId: string };

export const SendFields: FC<SendProps> = ({ view, state, transferId }) => {
  const { say } = view;
  return (
    <>
      <input type="hidden" name="transferId" value={state.values.transferId ?? transferId} />
      <TextField view={view} state={state} name="to" label={say.sentTo} maxlength={200} required />
      <TextField
        view={view}
        state={state}
        name="points"
        label={say.points}
        inputmode="numeric"
        maxlength={8}
        required
      />
      <DayField view={view} state={state} />
    </>
  );
};

type ReceiveProps = FormProps & { readonly sent: SentPoints['data'] | undefined };

export const ReceiveFields: FC<ReceiveProps> = ({ view, state, sent }) => (
  <>
    {sent !== undefined && <p>{view.say.sentFrom(sent.accountId, sent.points, sent.on)}</p>}
    <DayField view={view} state={state} />
  </>
);

export const CloseFields: FC<FormProps> = ({ view, state, account }) => {
  const { say, locale, ruleSet } = view;
  const reasons = Object.entries(ruleSet.closing?.reasons ?? {}).map(([value, { title, holdings }]) => ({
    value,
    title: `${wordsIn(title, locale)}${say.holdings(holdings === 'handed-on')}`,
  }));
  return (
    <>
      <RadioField
        view={view}
        state={state}
        name="reason"
        label={say.closingReason}
        options={reasons}
        required
      />
      <TextField
        view={view}
        state={state}
        name="continuedBy"
        label={say.goesOnIn}
        hint={say.goesOnInHint}
        maxlength={200}
      />
      <DayField view={view} state={state} hint={say.closingDayHint(account.latestOn)} />
    </>
  );
};
