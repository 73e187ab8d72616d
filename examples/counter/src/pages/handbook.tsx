import type { FC } from 'hono/jsx';
import type { Handbook } from 'points-bank';
import { filing, handbookOn } from 'points-bank';
import { wordsIn } from 'points-bank/words';
import type { Community } from '../people/communities.js';
import type { View } from '../web/view.js';
import { EMPTY, ErrorSummary, type FormState, TextField, Token } from './fields.js';
import { FilingBadge } from './filing.js';
import { NewEdition } from './new-edition.js';
import { Table } from './parts.js';
import { ScopeForm } from './scope-form.js';

type Props = {
  readonly view: View;
  /** The communities shown, each with its editions, the newest first, with what is left in stock. */
  readonly shown: readonly {
    readonly community: Community;
    readonly editions: readonly Handbook[];
    readonly left: readonly Handbook[];
  }[];
  readonly communities: readonly Community[];
  readonly communityId: string | undefined;
  readonly state: FormState;
};

export const HandbookPage: FC<Props> = ({ view, shown, communities, communityId, state }) => {
  const { say, locale, user } = view;
  const supervises = user?.person.role === 'subdistrict';
  return (
    <>
      <h1>{say.handbookTitle}</h1>
      <p class="lead">{say.handbookLead}</p>
      <ErrorSummary view={view} state={state} />
      {supervises && (
        <ScopeForm view={view} action="/handbook" communities={communities} communityId={communityId} />
      )}
      {shown.map(({ community, editions, left }) => (
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
  const { say, locale, ruleSet, today } = view;
  const filed = filing(edition, ruleSet, today);
  return (
    <details class="card edition" open={open}>
      <summary>
        <b>{say.editionOf(edition.version)}</b> {inUse && <span class="badge blue">{say.inUse}</span>}{' '}
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
      <Table label={`${community} · ${say.handbookOf(edition.version)}`}>
        <thead>
          <tr>
            <th scope="col">{say.reward}</th>
            <th scope="col">{say.rewardKind}</th>
            <th scope="col" class="number">
              {say.price}
            </th>
            <th scope="col" class="number">
              {say.left}
            </th>
            <th scope="col">{say.consent}</th>
          </tr>
        </thead>
        <tbody>
          {left.rewards.map((reward) => (
            <tr>
              <th scope="row">{wordsIn(reward.title, locale)}</th>
              <td>{say[reward.kind]}</td>
              <td class="number">{reward.price}</td>
              <td class="number">{reward.stock ?? say.unlimited}</td>
              <td>{reward.consent ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      {view.user?.person.role === 'community' && edition.rewards.length === 0 && (
        <form method="post" action="/handbook/withdrawn" class="inline">
          <Token view={view} />
          <input type="hidden" name="version" value={edition.version} />
          <button type="submit">{say.withdrawEdition}</button>
        </form>
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
