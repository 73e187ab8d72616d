import type { FC } from 'hono/jsx';
import type { BankEvent, OpenedAccount, RoleRule, RuleSet } from 'points-bank';
import { wordsIn } from 'points-bank/words';
import { claimedPosts } from '../bank/standing.js';
import type { Place } from '../forms/command-of.js';
import { clauseIn } from '../language/words.js';
import { mayCredit } from '../security/access.js';
import type { View } from '../web/view.js';
import { CatalogueField, DayField, DifficultyField } from './entry-fields.js';
import { CheckField, type FormState, RadioField, SelectField, TextField } from './fields.js';
import { PersonFields } from './person.js';

export type FormProps = {
  readonly view: View;
  readonly state: FormState;
  readonly account: OpenedAccount;
  readonly events: readonly BankEvent[];
};

const roleOf = (ruleSet: RuleSet, account: OpenedAccount): RoleRule | undefined =>
  ruleSet.roles[account.role];

const rolesOf = (ruleSet: RuleSet, account: OpenedAccount): readonly RoleRule[] =>
  [roleOf(ruleSet, account)].filter((role) => role !== undefined);

type OpenProps = {
  readonly view: View;
  readonly state: FormState;
  readonly next: string;
  readonly place: Place;
};

export const OpenFields: FC<OpenProps> = ({ view, state, next, place }) => {
  const { say, locale, ruleSet } = view;
  const roles = Object.entries(ruleSet.roles).map(([value, { title }]) => ({
    value,
    title: wordsIn(title, locale),
  }));
  return (
    <>
      {place.continues !== undefined && (
        <p class="notice">
          {say.continuing(
            place.continues.map(({ data }) => data.accountId).join(locale === 'en' ? ', ' : '、'),
          )}
        </p>
      )}
      <TextField
        view={view}
        state={state}
        name="accountId"
        label={say.accountNumber}
        hint={say.accountNumberHint}
        value={next}
        maxlength={64}
        required
      />
      <RadioField view={view} state={state} name="role" label={say.role} options={roles} required />
      <DayField view={view} state={state} />
      <CheckField view={view} state={state} name="formComplete" label={say.formComplete} required />
      <TextField
        view={view}
        state={state}
        name="memberId"
        label={say.memberNumber}
        hint={say.memberNumberHint}
        maxlength={200}
      />
      <PersonFields view={view} state={state} required={false} />
    </>
  );
};

export const ReportInFields: FC<FormProps> = ({ view, state, account }) => {
  const items = Object.values(roleOf(view.ruleSet, account)?.items ?? {});
  return (
    <>
      <DayField view={view} state={state} />
      {items.some(({ form }) => form === 'each-time') && (
        <CheckField view={view} state={state} name="formComplete" label={view.say.formComplete} required />
      )}
    </>
  );
};

export const ClaimFields: FC<FormProps> = ({ view, state, account, events }) => {
  const { say, ruleSet } = view;
  return (
    <>
      <TextField
        view={view}
        state={state}
        name="postId"
        label={say.post}
        hint={say.postHint}
        list={claimedPosts(events)}
        maxlength={200}
        required
      />
      <RadioField
        view={view}
        state={state}
        name="kind"
        label={say.kind}
        options={[
          { value: 'post', title: say.kindPost },
          { value: 'project', title: say.kindProject },
        ]}
        value="post"
        required
      />
      <DifficultyField view={view} state={state} roles={rolesOf(ruleSet, account)} entry="claim" />
      <DayField view={view} state={state} />
      <CatalogueField view={view} state={state} />
    </>
  );
};

export const CreditFields: FC<FormProps> = ({ view, state, account, events }) => {
  const { say, locale, ruleSet, user } = view;
  const role = roleOf(ruleSet, account);
  const items = Object.entries(role?.items ?? {}).filter(
    ([, item]) => user !== undefined && mayCredit(item, user),
  );
  const counted = items.some(([, { scoring }]) => scoring.by === 'quantity');
  return (
    <>
      <SelectField
        view={view}
        state={state}
        name="item"
        label={say.item}
        options={items.map(([value, { title, clause }]) => ({
          value,
          title: `${wordsIn(title, locale)}（${clauseIn(locale, ruleSet, clause)}）`,
        }))}
        none={say.choose}
        required
      />
      <TextField
        view={view}
        state={state}
        name="matterId"
        label={say.matter}
        hint={say.matterHint}
        maxlength={200}
        required
      />
      <DifficultyField view={view} state={state} roles={rolesOf(ruleSet, account)} entry="activity" />
      {counted && (
        <TextField view={view} state={state} name="quantity" label={say.quantity} inputmode="numeric" />
      )}
      <DayField view={view} state={state} />
      <SelectField
        view={view}
        state={state}
        name="postId"
        label={say.servedPost}
        options={claimedPosts(events).map((post) => ({ value: post, title: post }))}
        none={say.noneInParticular}
      />
      <CatalogueField view={view} state={state} />
      <TextField view={view} state={state} name="note" label={say.note} maxlength={500} />
    </>
  );
};
