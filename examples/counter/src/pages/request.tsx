import type { FC } from 'hono/jsx';
import type { BankEvent, Decision, OpenedAccount } from 'points-bank';
import { assessment, balanceOn, evolve } from 'points-bank';
import { explain, wordsIn } from 'points-bank/words';
import type { KnownRequest } from '../bank/request-fate.js';
import { WORDS } from '../language/words.js';
import { accountPath } from '../web/account-path.js';
import type { View } from '../web/view.js';
import { ApprovalFields } from './approval-fields.js';
import { ErrorSummary, type FormState, TextField, Token } from './fields.js';
import { rewardsIn } from './parts.js';
import { RequestBadge } from './requests.js';
import { EntryInWords } from './undo-fields.js';

type Props = {
  readonly view: View;
  readonly state: FormState;
  readonly request: KnownRequest;
  readonly account: OpenedAccount;
  readonly events: readonly BankEvent[];
  /** The entry that it is about. */
  readonly event: BankEvent;
  readonly name: string | undefined;
  /** What granting it would do, where the reader may grant it. */
  readonly preview: Decision | undefined;
  readonly approval: boolean;
  /** Whether the reader asked for it, and may still take it back. */
  readonly mayWithdraw: boolean;
  readonly isSaved: boolean;
};

/** A request: what is asked for and why, what it would do, and the answer. */
export const RequestPage: FC<Props> = (props) => {
  const { view, state, request, account, events, event, name, preview, approval, mayWithdraw, isSaved } =
    props;
  const { say, locale, ruleSet } = view;
  const { accountId, fate, wish, values } = request;
  const titled = wish === 'undo' ? say.requestUndoOf : say.requestCorrectOf;
  const officeTitle = (office: string) =>
    wordsIn(ruleSet.offices[office]?.title ?? { [locale]: office }, locale);
  return (
    <>
      <h1>{titled(accountId)}</h1>
      <ErrorSummary view={view} state={state} />
      <Became view={view} request={request} events={events} isSaved={isSaved} />
      <EntryInWords view={view} event={event} />
      <section class="card" aria-labelledby="asked">
        <h2 id="asked">{say.request}</h2>
        <dl class="pairs">
          <dt>{say.account}</dt>
          <dd>
            <a href={`${accountPath(accountId)}/statement`}>
              {accountId} {name}
            </a>
          </dd>
          <dt>{say.requestState}</dt>
          <dd>
            <RequestBadge view={view} request={request} />
          </dd>
          <dt>{say.requestReason}</dt>
          <dd>{values.reason}</dd>
          {wish === 'correct' && (
            <>
              <dt>{say.correctPoints}</dt>
              <dd>{values.points}</dd>
            </>
          )}
          <dt>{say.askedBy}</dt>
          <dd>{request.askedBy}</dd>
          <dt>{say.askedOn}</dt>
          <dd>{request.askedOn}</dd>
          {fate.state === 'open' && (
            <>
              <dt>{say.waitsFor}</dt>
              <dd>{fate.offices.map(officeTitle).join(locale === 'en' ? ', ' : '、')}</dd>
            </>
          )}
        </dl>
      </section>
      {mayWithdraw && (
        <form method="post" action={`/requests/${request.key}/withdraw`}>
          <Token view={view} />
          <div class="actions">
            <button type="submit">{say.withdrawRequest}</button>
          </div>
        </form>
      )}
      {preview !== undefined && (
        <>
          <section class="card preview wide" aria-labelledby="preview-title">
            <h2 id="preview-title">{say.preview}</h2>
            <Preview view={view} account={account} events={events} preview={preview} />
          </section>
          <section class="card" aria-labelledby="answer">
            <h2 id="answer">{say.grantOrDecline}</h2>
            <form method="post" action={`/requests/${request.key}/grant`} novalidate>
              <Token view={view} />
              {approval && <ApprovalFields view={view} state={state} />}
              <div class="actions">
                <button type="submit" class="main">
                  {wish === 'undo' ? say.grantUndo : say.grantCorrect}
                </button>
              </div>
            </form>
            <form method="post" action={`/requests/${request.key}/decline`} novalidate>
              <Token view={view} />
              <TextField
                view={view}
                state={state}
                name="declinedReason"
                label={say.declinedReason}
                maxlength={500}
                required
              />
              <div class="actions">
                <button type="submit">{say.decline}</button>
              </div>
            </form>
          </section>
        </>
      )}
      <p>
        <a href="/requests">{say.requestsTitle}</a>
      </p>
    </>
  );
};

type BecameProps = Pick<Props, 'view' | 'request' | 'events' | 'isSaved'>;

/** What became of it; whoever just answered is told first of all. */
const Became: FC<BecameProps> = ({ view, request: { fate }, events, isSaved }) => {
  const { say, locale, ruleSet } = view;
  const [title, words] = became();
  if (fate.state === 'open' && !isSaved) return null;
  return (
    <div class={fate.state === 'open' || fate.state === 'granted' ? 'done' : 'notice'} {...told(isSaved)}>
      <h2>{title}</h2>
      {words !== undefined && <p>{words}</p>}
    </div>
  );

  function became(): [title: string, words?: string] {
    switch (fate.state) {
      case 'open':
        return [say.requestIn];
      case 'past':
        return [say.requestPast, say.requestPastText];
      case 'declined':
        return [say.declinedBy(fate.declinedBy, fate.declinedOn), fate.reason];
      case 'withdrawn':
        return [say.requestWithdrawnBy(fate.withdrawnBy, fate.withdrawnOn)];
      case 'granted': {
        const { event } = fate;
        const who = event.metadata?.enteredBy;
        return [
          say.grantedBy(typeof who === 'string' ? who : '', event.data.on),
          explain(event, WORDS[locale], ruleSet, rewardsIn(events)),
        ];
      }
    }
  }
};

/** The focus goes to what was just saved. */
const told = (isSaved: boolean) =>
  isSaved ? ({ role: 'status', tabindex: -1, autofocus: true } as const) : {};

type PreviewProps = Pick<Props, 'view' | 'account' | 'events'> & { readonly preview: Decision };

/** What the bank decides on the request, before it is granted. */
const Preview: FC<PreviewProps> = ({ view, account, events, preview }) => {
  const { say, locale, ruleSet, today } = view;
  const words = WORDS[locale];
  if (!preview.accepted)
    return (
      <>
        <h3 class="refused">{say.wouldBeRefused}</h3>
        <p>{explain(preview.refusal, words, ruleSet)}</p>
      </>
    );
  const after = preview.events.reduce(evolve, account as Parameters<typeof evolve>[0]);
  const [before, then] = [account, after].map((of) => balanceOn(of, today, ruleSet));
  return (
    <>
      <h3 class="accepted">{say.wouldYield}</h3>
      <p class="moves">{say.balanceMoves(before ?? 0, then ?? 0)}</p>
      <p class="moves">{say.assessmentMoves(assessment(account), assessment(after))}</p>
      {preview.events.map((event) => (
        <p>{explain(event, words, ruleSet, rewardsIn(events))}</p>
      ))}
      {preview.warnings.map((warning) => (
        <p class="warning">{explain(warning, words, ruleSet)}</p>
      ))}
      {(then ?? 0) < 0 && <p class="warning">{say.blocksRedemption}</p>}
    </>
  );
};
