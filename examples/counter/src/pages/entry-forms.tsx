import type { FC } from 'hono/jsx';
import type { BankEvent, Handbook, OpenedAccount, RoleRule, RuleSet } from 'points-bank';
import { claimedPosts, matters } from '../bank/standing.js';
import { QUANTITY } from '../forms/command-of.js';
import type { View } from '../web/view.js';
import {
  CheckField,
  type FormState,
  type Option,
  type OptionGroup,
  RadioField,
  SelectField,
  TextField,
} from './fields.js';

export type FormProps = {
  readonly view: View;
  readonly state: FormState;
  readonly account: OpenedAccount;
  readonly events: readonly BankEvent[];
};

const roleOf = (ruleSet: RuleSet, account: OpenedAccount): RoleRule | undefined =>
  ruleSet.roles[account.role];

const DayField: FC<{ readonly view: View; readonly state: FormState }> = ({ view, state }) => (
  <TextField
    view={view}
    state={state}
    name="on"
    type="date"
    label={view.say.day}
    hint={view.say.dayHint}
    value={view.today}
    max={view.today}
    required
  />
);

export const OpenFields: FC<{ readonly view: View; readonly state: FormState; readonly next: string }> = ({
  view,
  state,
  next,
}) => {
  const { say, locale, ruleSet } = view;
  const roles = Object.entries(ruleSet.roles).map(([value, { title }]) => ({ value, title: title[locale] }));
  return (
    <>
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
    </>
  );
};

export const ReportInFields: FC<FormProps> = ({ view, state }) => <DayField view={view} state={state} />;

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
      <DifficultyField view={view} state={state} role={roleOf(ruleSet, account)} entry="claim" />
      <DayField view={view} state={state} />
      <CatalogueField view={view} state={state} />
    </>
  );
};

export const CreditFields: FC<FormProps> = ({ view, state, account, events }) => {
  const { say, locale, ruleSet } = view;
  const role = roleOf(ruleSet, account);
  const items = Object.entries(role?.items ?? {}).filter(([, { entry }]) => entry === 'activity');
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
          title: `${title[locale]}（${clause}）`,
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
      <DifficultyField view={view} state={state} role={role} entry="activity" />
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

/** The first of them is where a link in the error summary leads. */
const rewardInput = (place: number) => (place === 0 ? 'field-rewards' : `field-rewards-${place}`);

type RedeemProps = FormProps & { readonly handbook: Handbook; readonly redemptionId: string };

export const RedeemFields: FC<RedeemProps> = ({ view, state, handbook, redemptionId }) => {
  const { say, locale } = view;
  const error = state.errors.find(({ field }) => field === 'rewards')?.text;
  return (
    <>
      <input type="hidden" name="redemptionId" value={state.values.redemptionId ?? redemptionId} />
      <fieldset class={error === undefined ? 'field' : 'field wrong'}>
        <legend>
          {say.rewards} <small>{say.handbookOf(handbook.version)}</small>
        </legend>
        {error !== undefined && <p class="error">{error}</p>}
        <ul class="rewards">
          {handbook.rewards.map((reward, place) => (
            <li>
              <label for={rewardInput(place)}>
                <b>{reward.title[locale]}</b>
                <span class="hint">
                  {`${reward.kind === 'goods' ? say.goods : say.service} · ${say.price} ${reward.price} · ${say.left} ${reward.stock ?? say.unlimited}`}
                </span>
              </label>
              <input
                id={rewardInput(place)}
                name={`${QUANTITY}${reward.rewardId}`}
                type="number"
                min={0}
                max={reward.stock}
                step={1}
                inputmode="numeric"
                aria-label={say.howManyOf(reward.title[locale])}
                value={state.values[`${QUANTITY}${reward.rewardId}`] ?? '0'}
              />
            </li>
          ))}
        </ul>
      </fieldset>
      <DayField view={view} state={state} />
    </>
  );
};

export const CorrectFields: FC<FormProps & { readonly correctionId: string }> = ({
  view,
  state,
  events,
  correctionId,
}) => {
  const { say, locale } = view;
  const options = matters(events).map(({ item, id, on, event }) => ({
    value: `${item} ${id}`,
    title: [on, id, 'title' in event.data ? event.data.title[locale] : item, event.data.points].join(' · '),
  }));
  return (
    <>
      <input type="hidden" name="correctionId" value={state.values.correctionId ?? correctionId} />
      <SelectField
        view={view}
        state={state}
        name="matter"
        label={say.matterCorrected}
        options={options}
        none={say.noneInParticular}
      />
      <TextField
        view={view}
        state={state}
        name="points"
        label={say.correctPoints}
        hint={say.correctPointsHint}
        maxlength={8}
        required
      />
      <TextField view={view} state={state} name="reason" label={say.reason} maxlength={500} required />
      <DayField view={view} state={state} />
    </>
  );
};

type DifficultyProps = {
  readonly view: View;
  readonly state: FormState;
  readonly role: RoleRule | undefined;
  readonly entry: 'claim' | 'activity';
};

/** The tiers that any item of this kind has for the role, in the order of the rules; none where points do not go by difficulty. */
const DifficultyField: FC<DifficultyProps> = ({ view, state, role, entry }) => {
  const { say, locale, ruleSet } = view;
  const tiers = new Set(
    Object.values(role?.items ?? {}).flatMap((item) =>
      item.entry === entry && item.scoring.by === 'difficulty' ? Object.keys(item.scoring.points) : [],
    ),
  );
  if (tiers.size === 0) return null;
  const options = Object.entries(ruleSet.difficulties)
    .filter(([tier]) => tiers.has(tier))
    .map(([value, title]) => ({ value, title: title[locale] }));
  return (
    <RadioField
      view={view}
      state={state}
      name="difficulty"
      label={say.difficulty}
      options={options}
      value={options[0]?.value ?? ''}
      required
    />
  );
};

const CatalogueField: FC<{ readonly view: View; readonly state: FormState }> = ({ view, state }) => {
  const { say, locale, ruleSet } = view;
  const groups: (Option | OptionGroup)[] = Object.values(ruleSet.catalogue).map(({ title, entries }) => ({
    title: title[locale],
    options: Object.entries(entries).map(([value, entry]) => ({ value, title: entry.title[locale] })),
  }));
  if (groups.length === 0) return null;
  return (
    <SelectField
      view={view}
      state={state}
      name="catalogue"
      label={say.catalogue}
      options={groups}
      none={say.noneInParticular}
    />
  );
};
