import type { FC } from 'hono/jsx';
import type { BankEvent } from 'points-bank';
import type { Statement, StatementEntry } from 'points-bank/reports';
import { explain } from 'points-bank/words';
import { WISHES, type Wish } from '../bank/entry-requests.js';
import type { KnownRequest } from '../bank/request-fate.js';
import { clauseIn, WORDS } from '../language/words.js';
import { accountPath } from '../web/account-path.js';
import type { View } from '../web/view.js';
import { Figures, may, PrintButton, RoleBadge, rewardsIn, signed } from './parts.js';
import { RequestBadge } from './requests.js';
import { ScopeForm } from './scope-form.js';

/** What the matter or post is called, where the entry has one. */
function named(event: BankEvent | undefined): string | undefined {
  if (event?.type === 'PostClaimed') return event.data.postId;
  return event?.type === 'ActivityCredited' && event.data.entry === 'activity'
    ? event.data.matterId
    : undefined;
}

/** An entry that a limit took points from is asked about: its reason is there without a click. */
function trimmed(event: BankEvent): boolean {
  return 'scored' in event.data && event.data.points < event.data.scored;
}

type Props = {
  readonly view: View;
  readonly statement: Statement;
  readonly events: readonly BankEvent[];
  readonly community: string;
  /** The places of the events that the reader may undo. */
  readonly undoable: ReadonlySet<number>;
  /** What the reader may ask others for, by the places of the events. */
  readonly askable: ReadonlyMap<number, readonly Wish[]>;
  /** What was asked about the account's entries, the newest first; nothing for a volunteer. */
  readonly requests: readonly KnownRequest[];
  readonly name: string | undefined;
};

/** Every entry with what it came to and why: a printout that answers the question it raises. */
export const StatementPage: FC<Props> = (props) => {
  const { view, statement, events, community, undoable, askable, requests, name } = props;
  const { say, locale, ruleSet } = view;
  const { accountId, from, to, opening, entries, closing } = statement;
  const own = accountPath(accountId);
  const rewards = rewardsIn(events);
  return (
    <>
      <h1>
        {say.statementTitle(accountId)} {name}{' '}
        <RoleBadge view={view} role={statement.role} colour={statement.colour} />
      </h1>
      <p class="lead">
        {community} · {say.period(from, to)}
      </p>
      <ScopeForm
        view={view}
        action={`${own}/statement`}
        communities={[]}
        days={{ from: { label: say.from, value: from }, to: { label: say.to, value: to } }}
      />
      <p class="buttons no-print">
        <PrintButton view={view} />
        <a class="button quiet" href={`${own}/statement.csv?from=${from}&to=${to}`}>
          {say.downloadCsv}
        </a>
      </p>
      <Figures
        figures={[
          [say.redeemable, closing.redeemable],
          [say.assessment, closing.assessment],
          [say.earned, signed(statement.totals.earned)],
          [say.corrected, signed(statement.totals.corrected)],
          [say.redeemed, signed(-statement.totals.redeemed)],
        ]}
      />
      <ol class="entries">
        <li class="balance">
          <span>{`${say.openingBalance} ${from}`}</span>
          <b>{opening.redeemable}</b>
        </li>
        {entries.map((entry) => {
          const event = entry.event === undefined ? undefined : events[entry.event.index];
          return (
            <li>
              <div class="line">
                <time datetime={entry.on}>{entry.on}</time>
                <span class="title">
                  {explain(entry, WORDS[locale])}
                  {named(event) !== undefined && <span class="matter">{named(event)}</span>}
                  <Fate view={view} entry={entry} />
                  <small>{`${say.clause} ${clauseIn(locale, ruleSet, entry.clause)}`}</small>
                </span>
                <b class={entry.points < 0 ? 'points minus' : 'points'}>{signed(entry.points)}</b>
                <span class="after">
                  <span class="unseen">{say.balance} </span>
                  {entry.redeemable}
                </span>
              </div>
              {event !== undefined && (
                <details open={trimmed(event)}>
                  <summary>{say.why}</summary>
                  <p>{explain(event, WORDS[locale], ruleSet, rewards)}</p>
                </details>
              )}
              {entry.event !== undefined && (
                <p class="line-actions no-print">
                  {undoable.has(entry.event.index) && (
                    <a
                      href={`${own}/undo?entry=${entry.event.index + 1}`}
                      aria-label={say.undoEntry(`${entry.on} ${explain(entry, WORDS[locale])}`)}
                    >
                      {say.undo}
                    </a>
                  )}
                  {entry.pending === true && may(view, 'verify') && (
                    <a
                      href={`${own}/verify?entry=${entry.event.index + 1}`}
                      aria-label={say.verifyEntry(`${entry.on} ${explain(entry, WORDS[locale])}`)}
                    >
                      {say.verify}
                    </a>
                  )}
                  <Asking
                    view={view}
                    own={own}
                    place={entry.event.index}
                    what={`${entry.on} ${explain(entry, WORDS[locale])}`}
                    wishes={askable.get(entry.event.index) ?? []}
                    requests={requests}
                  />
                </p>
              )}
            </li>
          );
        })}
        <li class="balance">
          <span>{`${say.closingBalance} ${to}`}</span>
          <b>{closing.redeemable}</b>
        </li>
      </ol>
    </>
  );
};

type AskingProps = {
  readonly view: View;
  readonly own: string;
  readonly place: number;
  /** The entry in words. */
  readonly what: string;
  readonly wishes: readonly Wish[];
  readonly requests: readonly KnownRequest[];
};

/** What was asked about an entry and what may be: one thing is asked for once at a time. */
const Asking: FC<AskingProps> = ({ view, own, place, what, wishes, requests }) => {
  const { say } = view;
  return (
    <>
      {WISHES.map((wish) => {
        const last = requests.find((one) => one.wish === wish && one.entry === place + 1);
        const title = wish === 'undo' ? say.requestToUndo : say.requestToCorrect;
        return (
          last && (
            <span>
              <a href={`/requests/${last.key}`} aria-label={`${title} · ${what}`}>
                {title}
              </a>{' '}
              <RequestBadge view={view} request={last} />
            </span>
          )
        );
      })}
      {wishes
        .filter((wish) => !requests.some((one) => isOpenFor(one, wish, place)))
        .map((wish) => (
          <a
            href={`${own}/ask?entry=${place + 1}&for=${wish}`}
            aria-label={wish === 'undo' ? say.askUndoEntry(what) : say.askCorrectEntry(what)}
          >
            {wish === 'undo' ? say.askUndo : say.askCorrect}
          </a>
        ))}
    </>
  );
};

const isOpenFor = (request: KnownRequest, wish: Wish, place: number): boolean =>
  request.fate.state === 'open' && request.wish === wish && request.entry === place + 1;

/** What became of an entry: undone, partly returned, or not counted yet. */
const Fate: FC<{ readonly view: View; readonly entry: StatementEntry }> = ({ view, entry }) => {
  const { say } = view;
  const { pending, reversedBy = [] } = entry;
  if (pending === true) return <span class="badge fair">{say.waits}</span>;
  if (reversedBy.length === 0) return null;
  const isWhole = reversedBy.some(({ rewards }) => rewards === undefined);
  return <span class="badge">{isWhole ? say.undone : say.partlyUndone}</span>;
};
