import type { FC } from 'hono/jsx';
import { wordsIn } from 'points-bank/words';
import type { Register } from '../bank/register.js';
import type { Community } from '../people/communities.js';
import { accountPath } from '../web/account-path.js';
import type { View } from '../web/view.js';
import { ItemsTable } from './items-table.js';
import { Figures, itemTitle, listed, PrintButton, RoleBadge, roleTitle, Table } from './parts.js';
import { RegisterCharts } from './register-charts.js';
import { ScopeForm } from './scope-form.js';

type Props = {
  readonly view: View;
  readonly register: Register;
  readonly names: ReadonlyMap<string, string>;
  readonly community: string;
  readonly communities: readonly Community[];
  readonly communityId: string | undefined;
  readonly csv: string;
};

export const RegisterPage: FC<Props> = ({
  view,
  register,
  names,
  community,
  communities,
  communityId,
  csv,
}) => {
  const { say } = view;
  const { totals } = register;
  return (
    <>
      <h1>{`${say.registerTitle} · ${community}`}</h1>
      <p class="lead">{say.registerLead(register.on)}</p>
      <ScopeForm
        view={view}
        action="/register"
        communities={communities}
        communityId={communityId}
        days={{ on: { label: say.asOf, value: register.on } }}
      />
      <p class="buttons no-print">
        <PrintButton view={view} />
        <a class="button quiet" href={csv}>
          {say.downloadCsv}
        </a>
      </p>
      <Figures
        figures={[
          [say.accountsOpen, totals.accounts],
          [say.outstanding, totals.redeemable],
          [say.assessment, totals.assessment],
          [say.redeemed, totals.redeemed],
        ]}
      />
      {totals.accounts + totals.closedAccounts === 0 ? (
        <p>{say.nothing}</p>
      ) : (
        <Tables view={view} register={register} names={names} />
      )}
    </>
  );
};

const Tables: FC<Pick<Props, 'view' | 'register' | 'names'>> = ({ view, register, names }) => {
  const { say } = view;
  const { totals } = register;
  const accounts = listed(view, register.accounts, totals.accounts);
  const closed = listed(view, register.closedAccounts, totals.closedAccounts);
  const ofRole = [say.accountsOpen, say.entries, say.earned, say.corrected, say.redeemed, say.redeemable];
  const ofAccount = [say.earned, say.corrected, say.redeemed, say.assessment, say.redeemable];
  return (
    <>
      <RegisterCharts view={view} register={register} />
      <h2>{say.byRole}</h2>
      <Table label={say.byRole}>
        <thead>
          <tr>
            <th scope="col">{say.role}</th>
            {ofRole.map((words) => (
              <th scope="col" class="number">
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {register.byRole.map(
            ({ role, colour, accounts, entries, earned, corrected, redeemed, redeemable }) => (
              <tr>
                <th scope="row">
                  <RoleBadge view={view} role={role} colour={colour} />
                </th>
                {[accounts, entries, earned, corrected, redeemed, redeemable].map((figure, column) => (
                  <td class="number" data-label={ofRole[column]}>
                    {figure}
                  </td>
                ))}
              </tr>
            ),
          )}
        </tbody>
      </Table>
      <h2>{say.byItem}</h2>
      <ItemsTable
        view={view}
        rows={register.byItem.map((of) => ({ ...of, title: itemTitle(view, of.item) }))}
      />
      <h2>{say.byAccount}</h2>
      {accounts.note !== '' && <p class="hint">{accounts.note}</p>}
      <Table label={say.byAccount}>
        <thead>
          <tr>
            <th scope="col">{say.account}</th>
            <th scope="col">{say.personName}</th>
            <th scope="col">{say.role}</th>
            {ofAccount.map((words) => (
              <th scope="col" class="number">
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {accounts.rows.map(({ accountId, role, earned, corrected, redeemed, assessment, redeemable }) => (
            <tr>
              <th scope="row">
                <a href={accountPath(accountId)}>{accountId}</a>
              </th>
              <td class="name">{names.get(accountId)}</td>
              <td>{roleTitle(view, role)}</td>
              {[earned, corrected, redeemed, assessment, redeemable].map((figure, column) => (
                <td class="number" data-label={ofAccount[column]}>
                  {figure}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
      {closed.rows.length > 0 && (
        <>
          <h2>{say.closedAccounts}</h2>
          {closed.note !== '' && <p class="hint">{closed.note}</p>}
          <Table label={say.closedAccounts}>
            <thead>
              <tr>
                <th scope="col">{say.account}</th>
                <th scope="col">{say.personName}</th>
                <th scope="col">{say.role}</th>
                <th scope="col">{say.closedOn}</th>
                <th scope="col">{say.closingReason}</th>
                <th scope="col" class="number">
                  {say.assessment}
                </th>
              </tr>
            </thead>
            <tbody>
              {closed.rows.map(({ accountId, role, closed: closing, assessment }) => (
                <tr>
                  <th scope="row">
                    <a href={accountPath(accountId)}>{accountId}</a>
                  </th>
                  <td class="name">{names.get(accountId)}</td>
                  <td>{roleTitle(view, role)}</td>
                  <td data-label={say.closedOn}>{closing?.on}</td>
                  <td data-label={say.closingReason}>
                    {closing === undefined ? '' : wordsIn(closing.title, view.locale)}
                  </td>
                  <td class="number" data-label={say.assessment}>
                    {assessment}
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        </>
      )}
    </>
  );
};
