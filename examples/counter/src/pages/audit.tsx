import type { FC } from 'hono/jsx';
import { explain } from 'points-bank/words';
import type { Audit, Findings } from '../bank/audit.js';
import { WORDS } from '../language/words.js';
import type { Community } from '../people/communities.js';
import type { PeopleLine } from '../people/people-log.js';
import { accountPath } from '../web/account-path.js';
import type { View } from '../web/view.js';
import { type EntryList, enteredBy, type Person } from './entry-list.js';
import { EMPTY, SelectField, Token } from './fields.js';
import { Done, listed, rewardsIn, Table } from './parts.js';
import { ScopeForm } from './scope-form.js';
import { personTitle } from './users.js';

type Props = {
  readonly view: View;
  readonly communities: readonly Community[];
  readonly communityId: string | undefined;
  readonly from: string;
  readonly to: string;
  /** The entries of the period. */
  readonly list: EntryList;
  /** Present where the record was checked. */
  readonly audit: Audit | undefined;
  readonly isKept: boolean;
  /** What was done to users, for who keeps all of them. */
  readonly people: readonly PeopleLine[] | undefined;
  /** A moment as the counter's clock shows it. */
  readonly clock: (moment: string) => string;
};

/** The record checked, and who entered what. */
export const AuditPage: FC<Props> = (props) => {
  const { view, communities, communityId, from, to, list, audit, isKept, people, clock } = props;
  const { say } = view;
  const { persons, who } = list;
  return (
    <>
      <h1>{say.auditTitle}</h1>
      <p class="lead">{say.auditLead}</p>
      {isKept && <Done words={say.endKept} />}
      <ScopeForm
        view={view}
        action="/audit"
        communities={communities}
        communityId={communityId}
        days={{ from: { label: say.from, value: from }, to: { label: say.to, value: to } }}
      >
        <SelectField
          view={view}
          state={EMPTY}
          name="who"
          label={say.whoEntered}
          options={persons.map(({ name }) => ({ value: name, title: name === '' ? say.whoUnknown : name }))}
          value={who ?? 'everybody'}
          none={say.anybody}
          plain
        />
      </ScopeForm>
      {audit === undefined ? (
        <form method="get" action="/audit" class="actions no-print">
          {communityId !== undefined && <input type="hidden" name="community" value={communityId} />}
          <button type="submit" name="check" value="1" class="main">
            {say.auditRun}
          </button>
        </form>
      ) : (
        <Checked view={view} audit={audit} communityId={communityId} isKept={isKept} clock={clock} />
      )}
      <h2>{say.whoTitle}</h2>
      <ByPerson view={view} persons={persons} />
      <Entries view={view} list={list} clock={clock} />
      {people !== undefined && people.length > 0 && <People view={view} people={people} clock={clock} />}
    </>
  );
};

type CheckedProps = {
  readonly view: View;
  readonly audit: Audit;
  readonly communityId: string | undefined;
  readonly isKept: boolean;
  readonly clock: Props['clock'];
};

const Checked: FC<CheckedProps> = ({ view, audit, communityId, isKept, clock }) => {
  const { say, locale, ruleSet } = view;
  const { accounts, entries, sealedLater, broken, decisions } = audit;
  const wordsOf = (finding: Parameters<typeof explain>[0]) => explain(finding, WORDS[locale], ruleSet);
  return (
    <section class="card" aria-labelledby="chain">
      <h2 id="chain" {...(isKept ? {} : { tabindex: -1, autofocus: true })}>
        {say.sealsTitle}
      </h2>
      <p class="hint">{say.sealsLead}</p>
      {broken.many === 0 ? (
        <p>{say.sealsFine(accounts, entries)}</p>
      ) : (
        <FoundList view={view} findings={broken} lead={say.sealsBroken(broken.many)} wordsOf={wordsOf} />
      )}
      {sealedLater !== undefined && (
        <p class="hint">{say.sealedLater(sealedLater.entries, clock(sealedLater.on))}</p>
      )}
      <KeptEnds view={view} audit={audit} communityId={communityId} />
      <h2>{say.decisionsTitle}</h2>
      {decisions.many === 0 ? (
        <p>{say.decisionsFine(entries)}</p>
      ) : (
        <FoundList
          view={view}
          findings={decisions}
          lead={say.decisionsWrong(decisions.many)}
          wordsOf={wordsOf}
        />
      )}
    </section>
  );
};

const FoundList = <F,>(props: {
  readonly view: View;
  readonly findings: Findings<F>;
  readonly lead: string;
  readonly wordsOf: (finding: F) => string;
}) => {
  const { view, findings, lead, wordsOf } = props;
  const { rows, note } = listed(view, findings.first, findings.many);
  return (
    <>
      <p class="notice">{lead}</p>
      <ul>
        {rows.map(({ accountId, finding }) => (
          <li>
            {accountId} · {wordsOf(finding)}
          </li>
        ))}
      </ul>
      {note !== '' && <p class="hint">{note}</p>}
    </>
  );
};

const KeptEnds: FC<Pick<CheckedProps, 'view' | 'audit' | 'communityId'>> = ({ view, audit, communityId }) => {
  const { say } = view;
  const { kept } = audit;
  const [latest] = kept;
  const isIntact = kept.every(({ holds }) => holds);
  const asked = communityId === undefined ? '' : `?${new URLSearchParams({ community: communityId })}`;
  return (
    <>
      <h3>{say.keptEnds}</h3>
      <p class="hint">{say.keptLead}</p>
      <form method="post" action="/audit/keep" class="actions no-print">
        <Token view={view} />
        {communityId !== undefined && <input type="hidden" name="community" value={communityId} />}
        <button type="submit">{say.keepEnd}</button>
        {latest !== undefined && <a href={`/audit/ends.jsonl${asked}`}>{say.endsFile}</a>}
      </form>
      {latest !== undefined && (
        <>
          <dl class="pairs">
            <dt>{say.chainLength}</dt>
            <dd>{latest.length}</dd>
            <dt>{say.chainHead}</dt>
            <dd>
              <code class="long">{latest.head}</code>
            </dd>
          </dl>
          <p class={isIntact ? 'hint' : 'notice'}>{isIntact ? say.chainIntact : say.chainBroken}</p>
          <Table label={say.keptEnds}>
            <thead>
              <tr>
                <th scope="col">{say.keptOn}</th>
                <th scope="col">{say.keptBy}</th>
                <th scope="col" class="number">
                  {say.chainLength}
                </th>
                <th scope="col">{say.requestState}</th>
                <th scope="col">{say.chainHead}</th>
              </tr>
            </thead>
            <tbody>
              {kept.map(({ keptOn, keptBy, length, head, holds }) => (
                <tr>
                  <td data-label={say.keptOn}>{keptOn}</td>
                  <td data-label={say.keptBy}>{keptBy}</td>
                  <td class="number" data-label={say.chainLength}>
                    {length}
                  </td>
                  <td>
                    <span class={holds ? 'badge good' : 'badge bad'}>
                      {holds ? say.endHolds : say.endBroken}
                    </span>
                  </td>
                  <td data-label={say.chainHead}>
                    <code>{head.slice(0, 16)}…</code>
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

const ByPerson: FC<Pick<Props, 'view'> & { readonly persons: readonly Person[] }> = ({ view, persons }) => {
  const { say } = view;
  if (persons.length === 0) return <p>{say.nothing}</p>;
  return (
    <Table label={say.whoTitle}>
      <thead>
        <tr>
          <th scope="col">{say.whoEntered}</th>
          <th scope="col" class="number">
            {say.entryCount}
          </th>
          <th scope="col" class="number">
            {say.correctionCount}
          </th>
          <th scope="col" class="number">
            {say.reversalCount}
          </th>
        </tr>
      </thead>
      <tbody>
        {persons.map(({ name, entries, corrections, reversals }) => (
          <tr>
            <th scope="row">{name === '' ? say.whoUnknown : name}</th>
            <td class="number" data-label={say.entryCount}>
              {entries}
            </td>
            <td class="number" data-label={say.correctionCount}>
              {corrections}
            </td>
            <td class="number" data-label={say.reversalCount}>
              {reversals}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
};

const Entries: FC<Pick<Props, 'view' | 'list' | 'clock'>> = ({ view, list, clock }) => {
  const { say, locale, ruleSet } = view;
  const { rows, note } = listed(view, list.latest.rows, list.latest.of);
  if (rows.length === 0) return null;
  const rewards = rewardsIn(rows);
  return (
    <>
      <Table label={say.whatWasEntered}>
        <thead>
          <tr>
            <th scope="col">{say.receivedAt}</th>
            <th scope="col">{say.whoEntered}</th>
            <th scope="col">{say.account}</th>
            <th scope="col">{say.whatWasEntered}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((event) => (
            <tr>
              <td class="name">
                {typeof event.metadata?.receivedAt === 'string'
                  ? clock(event.metadata.receivedAt)
                  : event.data.on}
              </td>
              <td>{enteredBy(event)}</td>
              <th scope="row" class="id">
                <a href={`${accountPath(event.data.accountId)}/statement`}>{event.data.accountId}</a>
              </th>
              <td class="long">{explain(event, WORDS[locale], ruleSet, rewards)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      {note !== '' && <p class="hint">{note}</p>}
    </>
  );
};

const People: FC<{
  readonly view: View;
  readonly people: readonly PeopleLine[];
  readonly clock: (moment: string) => string;
}> = ({ view, people, clock }) => {
  const { say } = view;
  const { rows, note } = listed(view, people);
  const done = {
    added: say.peopleAdded,
    role: say.peopleRole,
    password: say.peoplePassword,
    removed: say.peopleRemoved,
    link: say.peopleLink,
    'key-made': say.peopleKeyMade,
    'key-revoked': say.peopleKeyRevoked,
  };
  return (
    <>
      <h2>{say.peopleLogTitle}</h2>
      <Table label={say.peopleLogTitle}>
        <thead>
          <tr>
            <th scope="col">{say.receivedAt}</th>
            <th scope="col">{say.whoEntered}</th>
            <th scope="col">{say.nameOfUser}</th>
            <th scope="col">{say.peopleWhat}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ at, by, name, what, person }) => (
            <tr>
              <td class="name">{clock(at)}</td>
              <td>{by ?? say.atCommandLine}</td>
              <th scope="row">{name}</th>
              <td>{person === undefined ? done[what] : `${done[what]} · ${personTitle(view, person)}`}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      {note !== '' && <p class="hint">{note}</p>}
    </>
  );
};
