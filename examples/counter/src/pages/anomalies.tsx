import type { Child, FC } from 'hono/jsx';
import type { Anomaly } from 'points-bank/reports';
import { explain } from 'points-bank/words';
import { clauseIn, WORDS } from '../language/words.js';
import type { Community } from '../people/communities.js';
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

type Found = { readonly view: View; readonly found: readonly Anomaly[] };

/** What the search found. */
export const Anomalies: FC<Found> = ({ view, found }) => {
  const { say, locale } = view;
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
              <p>{explain(anomaly, WORDS[locale])}</p>
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
                {anomaly.kind === 'outlying-issuer' && (
                  <a
                    class="button quiet"
                    href={`/register?community=${encodeURIComponent(anomaly.communityId)}`}
                  >
                    {`${say.navRegister} ${anomaly.communityId}`}
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
