import type { FC } from 'hono/jsx';
import type { Handbook } from 'points-bank';
import { filing, handbookOn } from 'points-bank';
import type { GoodsIn } from '../bank/goods-in.js';
import type { Community } from '../people/communities.js';
import type { View } from '../web/view.js';
import { EMPTY, ErrorSummary, type FormState, TextField, Token } from './fields.js';
import { FilingBadge } from './filing.js';
import { GoodsInForm } from './goods-in.js';
import { NewEdition } from './new-edition.js';
import { Done } from './parts.js';
import { RewardTable } from './reward-table.js';
import { ScopeForm } from './scope-form.js';

type Props = {
  readonly view: View;
  /** The communities shown, each with its editions, the newest first, with what is left in stock. */
  readonly shown: readonly {
    readonly community: Community;
    readonly editions: readonly Handbook[];
    readonly left: readonly Handbook[];
    readonly goods: readonly GoodsIn[];
  }[];
  readonly communities: readonly Community[];
  readonly communityId: string | undefined;
  /** The form for an edition. */
  readonly state: FormState;
  /** The form for what came into stock. */
  readonly goodsState: FormState;
  readonly submission: string;
  /** What was just done. */
  readonly done: string | undefined;
};

export const HandbookPage: FC<Props> = (props) => {
  const { view, shown, communities, communityId, state, goodsState, submission, done } = props;
  const { say, locale, user } = view;
  const supervises = user?.person.role === 'subdistrict';
  return (
    <>
      <h1>{say.handbookTitle}</h1>
      <p class="lead">{say.handbookLead}</p>
      <ErrorSummary view={view} state={state} />
      <ErrorSummary view={view} state={goodsState} />
      {done !== undefined && <Done words={done} />}
      {supervises && (
        <ScopeForm view={view} action="/handbook" communities={communities} communityId={communityId} />
      )}
      {shown.map(({ community, editions, left, goods }) => (
        <section aria-label={community.title[locale]}>
          <h2>{community.title[locale]}</h2>
          {editions.length === 0 && <p>{say.noHandbook}</p>}
          {editions.map((edition, place) => (
            <Edition
              view={view}
              community={community.title[locale]}
              edition={edition}
              left={left[place] ?? edition}
              inUse={handbookOn(editions, view.today)?.version === edition.version}
              open={place === 0}
              supervises={supervises}
            />
          ))}
          {!supervises && (
            <GoodsInForm
              view={view}
              state={goodsState}
              left={handbookOn(left, view.today)}
              goods={goods}
              submission={submission}
            />
          )}
        </section>
      ))}
      {!supervises && <NewEdition view={view} state={state} latest={shown[0]?.editions[0]} />}
    </>
  );
};

type EditionProps = {
  readonly view: View;
  readonly community: string;
  readonly edition: Handbook;
  readonly left: Handbook;
  readonly inUse: boolean;
  readonly open: boolean;
  readonly supervises: boolean;
};

const Edition: FC<EditionProps> = ({ view, community, edition, left, inUse, open, supervises }) => {
  const { say, ruleSet, today, user } = view;
  const filed = filing(edition, ruleSet, today);
  return (
    <details class="card edition" open={open}>
      <summary>
        <b>{say.editionOf(edition.version)}</b> {inUse && <span class="badge blue">{say.inUse}</span>}{' '}
        {edition.published > today && <span class="badge fair">{say.ahead}</span>}{' '}
        <FilingBadge view={view} state={filed.state} />
      </summary>
      <dl class="pairs">
        <dt>{say.published}</dt>
        <dd>{edition.published}</dd>
        {filed.dueOn !== undefined && (
          <>
            <dt>{say.filingDue}</dt>
            <dd>{filed.dueOn}</dd>
          </>
        )}
        {edition.filed !== undefined && (
          <>
            <dt>{say.filedOn}</dt>
            <dd>{edition.filed}</dd>
          </>
        )}
      </dl>
      <RewardTable view={view} label={`${community} · ${say.handbookOf(edition.version)}`} edition={left} />
      {user?.person.role === 'community' && (edition.published > today || edition.rewards.length === 0) && (
        <div class="actions">
          {edition.published > today && (
            <a class="button" href={`/handbook?change=${encodeURIComponent(edition.version)}`}>
              {say.editEditionOf(edition.version)}
            </a>
          )}
          <details>
            <summary>{say.withdrawEditionOf(edition.version)}</summary>
            <form method="post" action="/handbook/withdraw">
              <Token view={view} />
              <input type="hidden" name="version" value={edition.version} />
              <p class="hint">{say.withdrawHint}</p>
              <button type="submit">{say.withdrawEdition}</button>
            </form>
          </details>
        </div>
      )}
      {supervises && edition.filed === undefined && filed.state !== 'not-needed' && (
        <form method="post" action="/handbook/filed" class="inline">
          <Token view={view} />
          <input type="hidden" name="community" value={edition.communityId} />
          <input type="hidden" name="version" value={edition.version} />
          <TextField
            view={view}
            state={EMPTY}
            name={`filed-${edition.communityId}-${edition.version}`}
            label={say.recordFilingOf(edition.version)}
            type="date"
            value={today}
            max={today}
            required
          />
          <button type="submit">{say.filedOn}</button>
        </form>
      )}
    </details>
  );
};
