import type { FC } from 'hono/jsx';
import type { Community } from '../people/communities.js';
import type { View } from '../web/view.js';
import { EMPTY, TextField } from './fields.js';
import { Figures, Table } from './parts.js';

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
};

export const DeskPage: FC<Props> = ({ view, communities, ids }) => {
  const { say, locale, user, today } = view;
  const year = Number(today.slice(0, 4));
  const [own] = communities;
  const atDesk = user?.person.role === 'community';
  return (
    <>
      <h1>{atDesk ? `${say.deskTitle} · ${view.community?.[locale] ?? ''}` : say.deskTitle}</h1>
      <p class="lead">{atDesk ? say.deskLead : say.streetLead}</p>
      <form method="get" action="/accounts" class="card inline find">
        <TextField view={view} state={EMPTY} name="q" label={say.accountNumber} list={ids} required />
        <button type="submit" class="main">
          {say.find}
        </button>
        {atDesk && (
          <a class="button" href="/accounts/new">
            {say.openAccount}
          </a>
        )}
      </form>
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
      {!atDesk && (
        <Table label={say.streetLead}>
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
                <td class="number">{accounts}</td>
                <td class="number">{outstanding}</td>
                <td class="number">{earned}</td>
                <td class="number">{notReportedIn}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </>
  );
};
