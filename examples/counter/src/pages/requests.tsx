import type { FC } from 'hono/jsx';
import type { KnownRequest } from '../bank/request-fate.js';
import type { Community } from '../people/communities.js';
import type { View } from '../web/view.js';
import { listed, Table } from './parts.js';
import { ScopeForm } from './scope-form.js';

type Props = {
  readonly view: View;
  readonly requests: readonly KnownRequest[];
  readonly names: ReadonlyMap<string, string>;
  readonly communities: readonly Community[];
  readonly communityId: string | undefined;
};

/** What waits for the reader's office, and what became of the rest. */
export const RequestsPage: FC<Props> = ({ view, requests, names, communities, communityId }) => {
  const { say } = view;
  const theirs = requests.filter(({ isTheirs }) => isTheirs);
  const others = requests.filter(({ isTheirs }) => !isTheirs);
  return (
    <>
      <h1>{say.requestsTitle}</h1>
      <p class="lead">{say.requestsLead}</p>
      {communities.length > 0 && (
        <ScopeForm view={view} action="/requests" communities={communities} communityId={communityId} />
      )}
      <h2>{say.forYou}</h2>
      {theirs.length === 0 ? (
        <p>{say.noneForYou}</p>
      ) : (
        <RequestTable view={view} label={say.forYou} requests={theirs} names={names} />
      )}
      {others.length > 0 && (
        <>
          <h2>{say.otherRequests}</h2>
          <RequestTable view={view} label={say.otherRequests} requests={others} names={names} />
        </>
      )}
    </>
  );
};

type TableProps = Pick<Props, 'view' | 'requests' | 'names'> & { readonly label: string };

const RequestTable: FC<TableProps> = ({ view, label, requests, names }) => {
  const { say } = view;
  const { rows, note } = listed(view, requests);
  return (
    <>
      <Table label={label}>
        <thead>
          <tr>
            <th scope="col">{say.request}</th>
            <th scope="col">{say.requestState}</th>
            <th scope="col">{say.askedBy}</th>
            <th scope="col">{say.askedOn}</th>
            <th scope="col">{say.requestReason}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((request) => (
            <tr>
              <th scope="row">
                <a href={`/requests/${request.key}`}>
                  {request.wish === 'undo' ? say.requestToUndo : say.requestToCorrect} {request.accountId}{' '}
                  {names.get(request.accountId)}
                </a>
              </th>
              <td>
                <RequestBadge view={view} request={request} />
              </td>
              <td data-label={say.askedBy}>{request.askedBy}</td>
              <td data-label={say.askedOn}>{request.askedOn}</td>
              <td data-label={say.requestReason}>{request.values.reason}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      {note !== '' && <p class="hint">{note}</p>}
    </>
  );
};

/** What became of a request, in a word. */
export const RequestBadge: FC<{ readonly view: View; readonly request: KnownRequest }> = ({
  view,
  request,
}) => {
  const { say } = view;
  const [name, words] = {
    open: ['badge fair', say.requestOpen],
    granted: ['badge good', say.requestGranted],
    declined: ['badge bad', say.requestDeclined],
    withdrawn: ['badge', say.requestWithdrawn],
    past: ['badge', say.requestPast],
  }[request.fate.state];
  return <span class={name}>{words}</span>;
};
