import type { Child, FC } from 'hono/jsx';
import type { Anomaly } from 'points-bank/reports';
import { explain } from 'points-bank/words';
import { type Findings, MOST_OF_A_KIND } from '../bank/anomaly-findings.js';
import { clauseIn, WORDS } from '../language/words.js';
import type { Community } from '../people/communities.js';
import { communityOf } from '../people/user.js';
import { accountPath } from '../web/account-path.js';
import type { View } from '../web/view.js';
import { may } from './parts.js';
import { ScopeForm } from './scope-form.js';

type Props = {
  readonly view: View;
  /** What the search says. */
  readonly search: Child;
  readonly from: string;
  readonly to: string;
  readonly communities: readonly Community[];
  readonly communityId: string | undefined;
};

export const AnomaliesPage: FC<Props> = ({ view, search, from, to, communities, communityId }) => {
  const { say } = view;
  return (
    <>
      <h1>{say.anomaliesTitle}</h1>
      <p class="lead">{say.anomaliesLead}</p>
      <ScopeForm
        view={view}
        action="/anomalies"
        communities={communities}
        communityId={communityId}
        days={{ from: { label: say.from, value: from }, to: { label: say.to, value: to } }}
      />
      <div class="ticks">{search}</div>
    </>
  );
};

type FindingsProps = {
  readonly view: View;
  readonly findings: Findings;
  readonly communities: readonly Community[];
  /** Where the same is searched for anew; nothing where it has just been. */
  readonly anew: string | undefined;
  /** A moment as the subdistrict's clocks show it. */
  readonly clock: (moment: string) => string;
};

/** What a search found. */
export const Anomalies: FC<FindingsProps> = ({ view, findings, communities, anew, clock }) => {
  const { say, locale, user } = view;
  const own = user && communityOf(user.person);
  const titleOf = (id: string) =>
    (id === own ? view.community : communities.find((one) => one.id === id)?.title)?.[locale] ?? id;
  const { found, counts, from, to, at, of } = findings;
  const kinds: Record<Anomaly['kind'], string> = {
    'outlying-account': say.anomalyOutlyingAccount,
    'entries-on-a-day': say.anomalyEntriesOnADay,
    'outlying-issuer': say.anomalyOutlyingIssuer,
    'same-member': say.anomalySameMember,
    'written-up-late': say.anomalyWrittenUpLate,
    'entries-after-feedback': say.anomalyEntriesAfterFeedback,
    'often-reversed': say.anomalyOftenReversed,
    'too-few-to-compare': say.anomalyTooFewToCompare,
  };
  return (
    <section>
      <p class="hint">{say.anomaliesAsOf({ at: clock(at), from, to, accounts: of })}</p>
      {anew !== undefined && (
        <p>
          <a class="button quiet" href={anew}>
            {say.anomaliesAnew}
          </a>
        </p>
      )}
      {(Object.keys(kinds) as Anomaly['kind'][])
        .map((kind) => ({ kind, count: counts[kind] ?? 0 }))
        .filter(({ count }) => count > MOST_OF_A_KIND)
        .map(({ kind, count }) => (
          <p class="notice">{say.anomaliesCut(kinds[kind], MOST_OF_A_KIND, count)}</p>
        ))}
      {found.length === 0 ? (
        <p class="card">{say.anomaliesNone}</p>
      ) : (
        <ul class="cards">
          {found.map((anomaly) => (
            <li class="card">
              <h2>
                {kinds[anomaly.kind]}{' '}
                <small>{`${say.clause} ${clauseIn(locale, view.ruleSet, anomaly.clause)}`}</small>
              </h2>
              <p>{explain(named(anomaly, titleOf), WORDS[locale])}</p>
              <p class="buttons">
                {'accountId' in anomaly && (
                  <>
                    <a class="button quiet" href={`${accountPath(anomaly.accountId)}/statement`}>
                      {`${say.statement} ${anomaly.accountId}`}
                    </a>
                    {may(view, 'correct') && (
                      <a class="button" href={`${accountPath(anomaly.accountId)}/correct`}>
                        {`${say.correct} ${anomaly.accountId}`}
                      </a>
                    )}
                  </>
                )}
                {anomaly.kind === 'same-member' &&
                  anomaly.accounts
                    .filter(({ communityId }) => (own ?? communityId) === communityId)
                    .map(({ accountId }) => (
                      <a class="button quiet" href={`${accountPath(accountId)}/statement`}>
                        {`${say.statement} ${accountId}`}
                      </a>
                    ))}
                {anomaly.kind === 'outlying-issuer' && (
                  <a
                    class="button quiet"
                    href={`/register?community=${encodeURIComponent(anomaly.communityId)}`}
                  >
                    {`${say.navRegister} ${titleOf(anomaly.communityId)}`}
                  </a>
                )}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};

/** A finding with the communities in it by their titles, for its sentence. */
function named(anomaly: Anomaly, titleOf: (id: string) => string): Anomaly {
  if (anomaly.kind === 'outlying-issuer') return { ...anomaly, communityId: titleOf(anomaly.communityId) };
  if (anomaly.kind !== 'same-member') return anomaly;
  const accounts = anomaly.accounts.map((one) => ({ ...one, communityId: titleOf(one.communityId) }));
  return { ...anomaly, accounts };
}
