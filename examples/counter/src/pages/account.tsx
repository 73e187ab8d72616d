import type { FC } from 'hono/jsx';
import type { BankEvent, Handbook, OpenedAccount, PointsSent } from 'points-bank';
import { assessment, balanceOn } from 'points-bank';
import { explain, wordsIn } from 'points-bank/words';
import { type ReportInStanding, reportInStanding, windowStanding } from '../bank/standing.js';
import { WORDS } from '../language/words.js';
import type { DirectoryEntry } from '../people/directory.js';
import { accountPath } from '../web/account-path.js';
import type { View } from '../web/view.js';
import { Done, Figures, may, RoleBadge, rewardsIn } from './parts.js';
import { windowText } from './redemption-notes.js';

type Props = {
  readonly view: View;
  readonly account: OpenedAccount;
  readonly events: readonly BankEvent[];
  readonly person: DirectoryEntry | undefined;
  readonly handbook: Handbook | undefined;
  /** Points that were sent to the account and wait to be received. */
  readonly onTheWay: readonly PointsSent[];
  /** The event that was just entered; `'again'` for one that was on record before. */
  readonly entered: BankEvent | 'again' | undefined;
  /** The number of the event that was just entered, where it can be undone. */
  readonly undoPlace: number | undefined;
  /** What was just done to the directory. */
  readonly done: string | undefined;
};

const LATEST = 8;

/** How an account stands with its report-in. */
export function reportInText({ say }: View, standing: ReportInStanding): string {
  if (standing.state === 'open') return say.reportInOpen;
  return standing.again === undefined ? say.reportInDone : say.reportInAgain(standing.again);
}

function reasonTitle({ ruleSet, locale }: View, reason: string): string {
  const title = ruleSet.closing?.reasons[reason]?.title;
  return title === undefined ? reason : wordsIn(title, locale);
}

export const AccountPage: FC<Props> = ({
  view,
  account,
  events,
  person,
  handbook,
  onTheWay,
  entered,
  undoPlace,
  done,
}) => {
  const { say, locale, ruleSet, today } = view;
  const own = accountPath(account.accountId);
  const { closed } = account;
  const reportIn = reportInStanding(ruleSet, account, today);
  const actions = (
    [
      ['report-in', say.reportIn],
      ['claim', say.claim],
      ['credit', say.credit],
      ['redeem', say.redeem],
      ['correct', say.correct],
      ['release', say.release],
      ['send', say.send],
      ['bar', say.bar],
      ['close', say.close],
    ] as const
  ).filter(([kind]) => closed === undefined && may(view, kind));
  const last = events.at(-1);
  const rewards = rewardsIn(events);
  const handsOn = last?.type === 'AccountClosed' && last.data.handedOn !== undefined && may(view, 'open');
  return (
    <>
      <h1>
        {account.accountId} {person?.name}{' '}
        <RoleBadge view={view} role={account.role} colour={account.colour} />
      </h1>
      {entered !== undefined && (
        <div class="done" role="status" tabindex={-1} autofocus>
          <h2>{say.recorded}</h2>
          <p>
            {entered === 'again' ? say.recordedBefore : explain(entered, WORDS[locale], ruleSet, rewards)}
          </p>
          {entered !== 'again' && undoPlace !== undefined && (
            <a href={`${own}/undo?entry=${undoPlace}`}>{say.undo}</a>
          )}
        </div>
      )}
      {done !== undefined && entered === undefined && <Done words={done} />}
      <Figures
        figures={[
          [say.redeemable, balanceOn(account, today, ruleSet)],
          [say.assessment, assessment(account)],
          [say.openedOn, <span class="words">{account.openedOn}</span>],
        ]}
      />
      <section class="card" aria-labelledby="doing">
        <h2 id="doing">{say.whatCanBeDone}</h2>
        {closed === undefined ? (
          <ul class="notes">
            <li>{reportInText(view, reportIn)}</li>
            <li>{windowText(view, windowStanding(ruleSet, account, handbook, today))}</li>
          </ul>
        ) : (
          <ul class="notes">
            <li>{say.accountClosed(closed.on, reasonTitle(view, closed.reason))}</li>
            {closed.continuedBy !== undefined && <li>{say.continuedBy(closed.continuedBy)}</li>}
          </ul>
        )}
        <p class="buttons">
          {actions.map(([kind, words]) => (
            <a class="button" href={`${own}/${kind}`}>
              {words}
            </a>
          ))}
          {may(view, 'receive') &&
            onTheWay.map(({ data }) => (
              <a
                class="button"
                href={`${own}/receive?${new URLSearchParams({ from: data.accountId, transfer: data.transferId })}`}
              >
                {say.toReceive(data.accountId)}
              </a>
            ))}
          {handsOn && (
            <a class="button" href={`/accounts/new?continues=${encodeURIComponent(account.accountId)}`}>
              {say.continueIt}
            </a>
          )}
          <a class="button quiet" href={`${own}/statement`}>
            {say.statement}
          </a>
          <a class="button quiet" href={`${own}/feedback`}>
            {say.navFeedback}
          </a>
        </p>
      </section>
      {view.user?.person.role !== 'volunteer' && (
        <section class="card" aria-labelledby="person">
          <h2 id="person">{say.person}</h2>
          <p>
            {person === undefined
              ? say.personUnknown
              : [person.name, person.organisation, person.phone]
                  .filter((part) => part !== '')
                  .join(' · ')}{' '}
            {view.user?.person.role === 'community' && <a href={`${own}/person`}>{say.editPerson}</a>}
          </p>
        </section>
      )}
      <h2>{say.latestEntries}</h2>
      <ol class="log" reversed>
        {events
          .slice(-LATEST)
          .reverse()
          .map((event) => (
            <li>
              {explain(event, WORDS[locale], ruleSet, rewards)}
              {typeof event.metadata?.enteredBy === 'string' && (
                <span class="hint"> {say.enteredBy(event.metadata.enteredBy)}</span>
              )}
            </li>
          ))}
      </ol>
    </>
  );
};
