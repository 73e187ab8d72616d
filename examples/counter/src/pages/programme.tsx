import type { FC } from 'hono/jsx';
import type { Programme } from 'points-bank';
import { wordsIn } from 'points-bank/words';
import type { View } from '../web/view.js';
import { ErrorSummary, type FormState } from './fields.js';
import { NewProgramme } from './new-programme.js';
import { activityItems, Done, Table } from './parts.js';

type Props = {
  readonly view: View;
  readonly state: FormState;
  /** The programme in use today, and the one that was published last. */
  readonly programme: Programme | undefined;
  readonly latest: Programme | undefined;
  /** The version that was just published. */
  readonly done: string | undefined;
};

export const ProgrammePage: FC<Props> = ({ view, state, programme, latest, done }) => {
  const { say } = view;
  return (
    <>
      <h1>{say.programmeTitle}</h1>
      <p class="lead">{say.programmeLead}</p>
      <ErrorSummary view={view} state={state} />
      {done !== undefined && <Done words={say.donePublished(done)} />}
      {programme === undefined ? (
        <p class="card">{say.noProgramme}</p>
      ) : (
        <InUse view={view} programme={programme} />
      )}
      <NewProgramme view={view} state={state} latest={latest} />
    </>
  );
};

const InUse: FC<{ readonly view: View; readonly programme: Programme }> = ({ view, programme }) => {
  const { say, locale, ruleSet } = view;
  const items = new Map(activityItems(view).map(({ value, title }) => [value, title]));
  const tier = (difficulty: string | undefined) => {
    const title = difficulty === undefined ? undefined : ruleSet.difficulties[difficulty];
    return title === undefined ? say.byEntry : wordsIn(title, locale);
  };
  const kinds = { post: say.kindPost, project: say.kindProject };
  const rows = [
    ...programme.matters.map((matter) => ({ ...matter, what: items.get(matter.item) ?? matter.item })),
    ...programme.posts.map((post) => ({
      ...post,
      what: post.kind === undefined ? say.postsPart : kinds[post.kind],
    })),
  ];
  return (
    <section aria-labelledby="in-use">
      <h2 id="in-use">
        {say.editionOf(programme.version)} <span class="badge blue">{say.inUse}</span>
      </h2>
      <Table label={say.programmeTitle}>
        <thead>
          <tr>
            <th scope="col">{say.partName}</th>
            <th scope="col">{say.item}</th>
            <th scope="col">{say.difficulty}</th>
            <th scope="col">{say.from}</th>
            <th scope="col">{say.to}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ title, what, difficulty, from, until }) => (
            <tr>
              <th scope="row" class="wraps">
                {wordsIn(title, locale)}
              </th>
              <td>{what}</td>
              <td data-label={say.difficulty}>{tier(difficulty)}</td>
              <td data-label={say.from}>{from}</td>
              <td data-label={say.to}>{until}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
};
