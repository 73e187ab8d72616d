import type { FC } from 'hono/jsx';
import type { Community } from '../people/communities.js';
import type { AccountRow } from '../store/account-row.js';
import { accountPath } from '../web/account-path.js';
import type { View } from '../web/view.js';
import { EMPTY, TextField } from './fields.js';
import { PageLinks } from './page-links.js';
import { may, RoleBadge, Table } from './parts.js';
import { ScopeForm } from './scope-form.js';

type Props = {
  readonly view: View;
  readonly accounts: readonly AccountRow[];
  readonly names: ReadonlyMap<string, string>;
  readonly of: number;
  readonly first: number;
  readonly query: string;
  readonly communityId: string | undefined;
  readonly communities: readonly Community[];
  readonly previous: string | undefined;
  readonly next: string | undefined;
};

export const AccountsPage: FC<Props> = (props) => {
  const { view, accounts, names, of, first, query, communityId, communities, previous, next } = props;
  const { say } = view;
  const atDesk = view.community !== undefined;
  return (
    <>
      <h1>{say.accountsTitle}</h1>
      <ScopeForm view={view} action="/accounts" communities={communities} communityId={communityId}>
        <TextField view={view} state={EMPTY} name="q" label={say.findWhom} value={query} plain />
      </ScopeForm>
      {atDesk && may(view, 'open') && (
        <p>
          <a class="button" href="/accounts/new">
            {say.openAccount}
          </a>
        </p>
      )}
      {accounts.length === 0 ? (
        <p>{say.nothing}</p>
      ) : (
        <>
          <p class="hint">{say.accountsFound(first, first + accounts.length - 1, of)}</p>
          <Table label={say.accountsTitle}>
            <thead>
              <tr>
                <th scope="col">{say.account}</th>
                <th scope="col">{say.personName}</th>
                <th scope="col">{say.role}</th>
                <th scope="col" class="number">
                  {say.redeemable}
                </th>
                <th scope="col" class="number">
                  {say.assessment}
                </th>
                <th scope="col">{say.openedOn}</th>
              </tr>
            </thead>
            <tbody>
              {accounts.map((account) => (
                <tr>
                  <th scope="row">
                    <a href={accountPath(account.accountId)}>{account.accountId}</a>
                  </th>
                  <td class="name">{names.get(account.accountId)}</td>
                  <td>
                    <RoleBadge view={view} role={account.role} colour={account.colour} />{' '}
                    {account.closed !== undefined && <span class="badge">{say.closedBadge}</span>}
                  </td>
                  <td class="number" data-label={say.redeemable}>
                    {account.redeemable}
                  </td>
                  <td class="number" data-label={say.assessment}>
                    {account.assessment}
                  </td>
                  <td data-label={say.openedOn}>{account.openedOn}</td>
                </tr>
              ))}
            </tbody>
          </Table>
          <PageLinks view={view} previous={previous} next={next} />
        </>
      )}
    </>
  );
};
