import type { FC } from 'hono/jsx';
import type { Handbook } from 'points-bank';
import { filing } from 'points-bank';
import type { Community } from '../people/communities.js';
import { communityOf } from '../people/user.js';
import { accountPath } from '../web/account-path.js';
import type { View } from '../web/view.js';
import { EMPTY, TextField } from './fields.js';
import { FilingBadge } from './filing.js';
import { Figures, may, Table } from './parts.js';

export type CommunityFigures = {
  readonly community: Community;
  readonly accounts: number;
  readonly outstanding: number;
  readonly earned: number;
  readonly notReportedIn: number;
};

type Props = {
  readonly view: View;
  readonly communities: readonly CommunityFigures[];
  readonly ids: readonly string[];
  /** Some of those of the reader's community who have not reported in. */
  readonly due: readonly string[];
  readonly handbook: Handbook | undefined;
  readonly names: ReadonlyMap<string, string>;
  /** How many requests wait for the reader's office. */
  readonly waiting: number;
};

export const DeskPage: FC<Props> = ({ view, communities, ids, due, handbook, names, waiting }) => {
  const { say, locale, user, today } = view;
  const year = Number(today.slice(0, 4));
  const [own] = communities;
  const atDesk = user !== undefined && communityOf(user.person) !== undefined;
  return (
    <>
      <h1>{atDesk ? `${say.deskTitle} · ${view.community?.[locale] ?? ''}` : say.deskTitle}</h1>
      <p class="lead">{atDesk ? say.deskLead : say.subdistrictLead}</p>
      <form method="get" action="/accounts" class="card inline find">
        <TextField view={view} state={EMPTY} name="q" label={say.findWhom} list={ids} autofocus required />
        <button type="submit" class="main">
          {say.find}
        </button>
        {may(view, 'credit') && (
          <a class="button" href="/activity">
            {say.activityTitle}
          </a>
        )}
        {atDesk && may(view, 'open') && (
          <a class="button" href="/accounts/new">
            {say.openAccount}
          </a>
        )}
      </form>
      {waiting > 0 && (
        <p class="notice">
          <a href="/requests">{say.requestsWaiting(waiting)}</a>
        </p>
      )}
      {atDesk && own !== undefined && (
        <Figures
          figures={[
            [say.accountsOpen, own.accounts],
            [say.outstanding, own.outstanding],
            [say.yearEarned(year), own.earned],
            [say.notReportedIn(year), own.notReportedIn],
          ]}
        />
      )}
      {atDesk && own !== undefined && (
        <Due view={view} accounts={due} of={own.notReportedIn} handbook={handbook} names={names} />
      )}
      {!atDesk && (
        <Table label={say.subdistrictLead}>
          <thead>
            <tr>
              <th scope="col">{say.community}</th>
              <th scope="col" class="number">
                {say.accountsOpen}
              </th>
              <th scope="col" class="number">
                {say.outstanding}
              </th>
              <th scope="col" class="number">
                {say.yearEarned(year)}
              </th>
              <th scope="col" class="number">
                {say.notReportedIn(year)}
              </th>
            </tr>
          </thead>
          <tbody>
            {communities.map(({ community, accounts, outstanding, earned, notReportedIn }) => (
              <tr>
                <th scope="row">
                  <a href={`/register?community=${encodeURIComponent(community.id)}`}>
                    {community.title[locale]}
                  </a>
                </th>
                <td class="number" data-label={say.accountsOpen}>
                  {accounts}
                </td>
                <td class="number" data-label={say.outstanding}>
                  {outstanding}
                </td>
                <td class="number" data-label={say.yearEarned(year)}>
                  {earned}
                </td>
                <td class="number" data-label={say.notReportedIn(year)}>
                  {notReportedIn}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </>
  );
};

type DueProps = {
  readonly view: View;
  readonly accounts: readonly string[];
  /** How many there are of them. */
  readonly of: number;
  readonly handbook: Handbook | undefined;
  readonly names: ReadonlyMap<string, string>;
};

/** What waits at the desk: a handbook that has to be filed, the year's feedback, volunteers who have not reported in. */
const Due: FC<DueProps> = ({ view, accounts, of, handbook, names }) => {
  const { say, ruleSet, today } = view;
  const year = today.slice(0, 4);
  return (
    <section class="card" aria-labelledby="due">
      <h2 id="due">{say.due}</h2>
      <dl class="pairs">
        <dt>
          <a href="/handbook">{say.navHandbook}</a>
        </dt>
        <dd>
          {handbook === undefined ? (
            say.noHandbook
          ) : (
            <>
              {say.editionOf(handbook.version)}{' '}
              <FilingBadge view={view} state={filing(handbook, ruleSet, today).state} />
            </>
          )}
        </dd>
        <dt>
          <a href="/feedback">{say.navFeedback}</a>
        </dt>
        <dd>{say.dueBy(`${year}-${ruleSet.feedback.due}`)}</dd>
        {accounts.length > 0 && may(view, 'report-in') && (
          <>
            <dt>{say.notReportedIn(Number(year))}</dt>
            <dd class="buttons">
              {accounts.map((id) => (
                <a href={`${accountPath(id)}/report-in`}>
                  {id} {names.get(id)}
                </a>
              ))}
              {of > accounts.length && <span>{`+ ${of - accounts.length}`}</span>}
            </dd>
          </>
        )}
      </dl>
    </section>
  );
};
