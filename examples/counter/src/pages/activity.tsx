import type { FC } from 'hono/jsx';
import { wordsIn } from 'points-bank/words';
import type { KnownMatter } from '../bank/known-matters.js';
import type { View } from '../web/view.js';
import { ActivityLines, count, type Line } from './activity-lines.js';
import { ApprovalFields } from './approval-fields.js';
import { CatalogueField, DayField, DifficultyField } from './entry-fields.js';
import { ErrorSummary, type FormState, SelectField, TextArea, TextField, Token } from './fields.js';
import { itemsToCredit } from './parts.js';

export type ActivityProps = {
  readonly view: View;
  readonly state: FormState;
  readonly submission: string;
  readonly known: readonly KnownMatter[];
  readonly posts: readonly string[];
  /** The accounts to tick, and how many there are. */
  readonly accounts: readonly { readonly accountId: string }[];
  readonly many: number;
  readonly names: ReadonlyMap<string, string>;
  readonly ticked: ReadonlySet<string>;
  readonly approval: boolean;
  /** What is pointed out beside the lines. */
  readonly notices?: readonly string[];
  readonly near?: readonly string[];
  readonly lines?: readonly Line[] | undefined;
};

/** As many as are offered at a glance; the field completes the others. */
const OFFERED = 10;
const TO_COMPLETE = 300;

export const ActivityPage: FC<ActivityProps> = (props) => {
  const { view, state, submission, known, posts, approval, lines } = props;
  const { say, ruleSet } = view;
  const items = itemsToCredit(view);
  const isCounted = Object.values(ruleSet.roles).some(({ items: own }) =>
    Object.values(own).some(({ scoring }) => scoring.by === 'quantity' || scoring.by === 'bands'),
  );
  return (
    <>
      <h1>{say.activityTitle}</h1>
      <p class="lead">{say.activityLead}</p>
      <ErrorSummary view={view} state={state} />
      {lines === undefined && <Offered view={view} known={known} />}
      <form method="post" action="/activity" novalidate>
        <Token view={view} />
        <input type="hidden" name="submission" value={submission} />
        <div class="columns">
          <div class="card">
            <TextField
              view={view}
              state={state}
              name="matterId"
              label={say.matter}
              hint={say.matterHint}
              list={known.slice(0, TO_COMPLETE).map(({ matterId }) => matterId)}
              maxlength={200}
              required
            />
            <SelectField
              view={view}
              state={state}
              name="item"
              label={say.item}
              options={items}
              none={say.choose}
              required
            />
            <DifficultyField
              view={view}
              state={state}
              roles={Object.values(ruleSet.roles)}
              entry="activity"
            />
            {isCounted && (
              <TextField view={view} state={state} name="quantity" label={say.quantity} inputmode="numeric" />
            )}
            <DayField view={view} state={state} />
            <TextField
              view={view}
              state={state}
              name="postId"
              label={say.servedPost}
              list={posts.slice(0, TO_COMPLETE)}
              maxlength={200}
            />
            <CatalogueField view={view} state={state} />
            <TextField view={view} state={state} name="note" label={say.note} maxlength={500} />
          </div>
          <div class="card">
            <TextArea
              view={view}
              state={state}
              name="accounts"
              label={say.accountsPasted}
              hint={say.accountsPastedHint}
              rows={10}
              plain
            />
            <Ticks {...props} />
            {approval && <ApprovalFields view={view} state={state} />}
          </div>
        </div>
        {lines !== undefined && <Preview {...props} lines={lines} />}
        <div class="actions">
          <button type="submit" name="do" value="preview" class={lines === undefined ? 'main' : ''}>
            {say.showPreview}
          </button>
          {lines !== undefined && count(lines, 'scores') > 0 && (
            <button type="submit" name="do" value="save" class="main">
              {say.saveActivity(count(lines, 'scores'))}
            </button>
          )}
          <a href="/">{say.back}</a>
        </div>
      </form>
    </>
  );
};

/** What was done lately, and what the programme has: one click fills in the form, with or without scripts. */
const Offered: FC<{ readonly view: View; readonly known: readonly KnownMatter[] }> = ({ view, known }) => {
  const { say, locale } = view;
  if (known.length === 0) return null;
  return (
    <section class="card" aria-labelledby="offered">
      <h2 id="offered">{say.recentMatters}</h2>
      <p class="hint">{say.recentMattersHint}</p>
      <ul class="offered">
        {known.slice(0, OFFERED).map((matter) => (
          <li>
            <a href={`/activity?${queryOf(matter)}`}>
              {matter.title === undefined ? matter.matterId : wordsIn(matter.title, locale)}
            </a>
            <span class="hint">{say.matterOf(matter.on)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};

function queryOf({ title: _, ...matter }: KnownMatter): URLSearchParams {
  const fields = ['matterId', 'item', 'difficulty', 'quantity', 'on', 'postId', 'catalogue'] as const;
  const given = fields.flatMap((name) => (matter[name] === undefined ? [] : [[name, String(matter[name])]]));
  return new URLSearchParams(given);
}

const Ticks: FC<ActivityProps> = ({ view, accounts: shown, many, names, ticked }) => {
  const { say } = view;
  if (shown.length === 0) return null;
  return (
    <details open={ticked.size > 0}>
      <summary>{say.tickAccounts(shown.length)}</summary>
      {shown.length < many && <p class="hint">{say.tickSome(shown.length)}</p>}
      <ul class="ticks-list">
        {shown.map(({ accountId }) => (
          <li>
            <label class="choice">
              <input type="checkbox" name="account" value={accountId} checked={ticked.has(accountId)} />
              <span>
                {accountId} {names.get(accountId)}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
};

const Preview: FC<ActivityProps & { readonly lines: readonly Line[] }> = (props) => {
  const { view, lines, names, notices = [], near = [] } = props;
  const { say } = view;
  return (
    <section
      class="card preview wide"
      aria-labelledby="preview-title"
      tabindex={-1}
      autofocus={props.state.errors.length === 0}
    >
      <h2 id="preview-title">{say.activityPreview}</h2>
      {notices.map((notice) => (
        <p class="warning">{notice}</p>
      ))}
      {near.length > 0 && (
        <p class="warning">
          {say.nearMatter}{' '}
          {near.map((name) => (
            <button type="submit" name="use" value={name}>
              {say.useMatter(name)}
            </button>
          ))}
        </p>
      )}
      <p class="moves">
        {say.wouldScore(count(lines, 'scores'))} · {say.onRecordBefore(count(lines, 'already'))} ·{' '}
        {say.notScored(count(lines, 'refused'))}
      </p>
      <ActivityLines view={view} lines={lines} names={names} />
    </section>
  );
};
