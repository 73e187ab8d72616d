import type { Child, FC } from 'hono/jsx';
import type { AnnualFeedback } from 'points-bank/reports';
import { explain, wordsIn } from 'points-bank/words';
import { clauseIn, WORDS } from '../language/words.js';
import type { Community } from '../people/communities.js';
import type { DirectoryEntry } from '../people/directory.js';
import { accountPath } from '../web/account-path.js';
import type { View } from '../web/view.js';
import { EMPTY, TextField } from './fields.js';
import { ItemsTable } from './items-table.js';
import { PageLinks } from './page-links.js';
import { Figures, PrintButton, RoleBadge, roleTitle, signed, Table } from './parts.js';
import { ScopeForm } from './scope-form.js';

type Props = {
  readonly view: View;
  readonly year: number;
  readonly sentOn: string;
  /** Those of a page, and which accounts the page is about. */
  readonly feedbacks: readonly AnnualFeedback[];
  readonly names: ReadonlyMap<string, string>;
  readonly first: number;
  readonly last: number;
  readonly of: number;
  readonly previous: string | undefined;
  readonly next: string | undefined;
  readonly communities: readonly Community[];
  readonly communityId: string | undefined;
  readonly csv: string;
  /** Where the letters of all are. */
  readonly letters: string;
};

const joined = (view: View, parts: AnnualFeedback['recipients']) =>
  parts.map(({ title }) => title[view.locale]).join(view.locale === 'en' ? ', ' : '、');

export const FeedbackPage: FC<Props> = (props) => {
  const { view, year, sentOn, feedbacks, names, communities, communityId, csv, letters } = props;
  const { say } = view;
  const [sample] = feedbacks;
  return (
    <>
      <h1>{say.feedbackTitle(year)}</h1>
      {sample !== undefined && (
        <p class="lead">
          {say.feedbackLead(sample.dueOn)}{' '}
          <span class={sample.onTime ? 'badge good' : 'badge bad'}>
            {sample.onTime ? say.feedbackOnTime : say.feedbackLate}
          </span>
        </p>
      )}
      <ScopeForm
        view={view}
        action="/feedback"
        communities={communities}
        communityId={communityId}
        days={{ sentOn: { label: say.sentOn, value: sentOn } }}
      >
        <TextField
          view={view}
          state={EMPTY}
          name="year"
          label={say.year}
          value={String(year)}
          inputmode="numeric"
          required
        />
      </ScopeForm>
      {feedbacks.length === 0 ? (
        <p>{say.nothing}</p>
      ) : (
        <>
          <p class="buttons no-print">
            <PrintButton view={view} />
            <a class="button" href={letters}>
              {say.allLetters}
            </a>
            <a class="button quiet" href={csv}>
              {say.downloadCsv}
            </a>
          </p>
          <p class="hint">{say.accountsFound(props.first, props.last, props.of)}</p>
          <Table label={say.feedbackTitle(year)}>
            <thead>
              <tr>
                <th scope="col">{say.account}</th>
                <th scope="col">{say.personName}</th>
                <th scope="col">{say.role}</th>
                <th scope="col">{say.recipients}</th>
                <th scope="col">{say.uses}</th>
                <th scope="col" class="number">
                  {say.assessment}
                </th>
                <th scope="col" class="number">
                  {say.mark}
                </th>
                <th scope="col" class="number">
                  {say.redeemed}
                </th>
                <th scope="col" class="number">
                  {say.redeemable}
                </th>
              </tr>
            </thead>
            <tbody>
              {feedbacks.map((feedback) => (
                <tr>
                  <th scope="row">
                    <a href={letterPath(feedback)}>{feedback.accountId}</a>
                    {!feedback.sent && <div class="hint">{say.notSent}</div>}
                  </th>
                  <td class="name">{names.get(feedback.accountId)}</td>
                  <td>{roleTitle(view, feedback.role)}</td>
                  <td data-label={say.recipients}>{joined(view, feedback.recipients)}</td>
                  <td data-label={say.uses}>
                    {feedback.uses.length === 0 ? say.usesNone : joined(view, feedback.uses)}
                  </td>
                  <td class="number" data-label={say.assessment}>
                    {feedback.assessment}
                  </td>
                  <td class="number" data-label={say.mark}>
                    {feedback.mark === undefined ? '' : feedback.mark.points}
                  </td>
                  <td class="number" data-label={say.redeemed}>
                    {feedback.redeemed}
                  </td>
                  <td class="number" data-label={say.redeemable}>
                    {feedback.redeemable}
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        </>
      )}
      <PageLinks view={view} previous={props.previous} next={props.next} />
    </>
  );
};

const letterPath = ({ accountId, year, sentOn }: AnnualFeedback): string =>
  `${accountPath(accountId)}/feedback?year=${year}&sentOn=${sentOn}`;

type LetterProps = {
  readonly view: View;
  readonly feedback: AnnualFeedback;
  readonly community: string;
  /** Whose account it is, where the directory knows. */
  readonly person: DirectoryEntry | undefined;
};

/** What is sent, on one sheet. */
export const LetterPage: FC<LetterProps> = (props) => (
  <>
    <p class="buttons no-print">
      <PrintButton view={props.view} />
    </p>
    <Letter {...props} />
  </>
);

type LettersPageProps = { readonly view: View; readonly year: number; readonly letters: Child };

/** The letters of all, to print at once, a sheet each. */
export const LettersPage: FC<LettersPageProps> = ({ view, year, letters }) => (
  <>
    <div class="no-print">
      <h1>{view.say.lettersTitle(year)}</h1>
      <p class="buttons">
        <PrintButton view={view} />
      </p>
    </div>
    {letters}
  </>
);

type LettersProps = { readonly view: View; readonly letters: readonly Omit<LetterProps, 'view'>[] };

/** Some of the letters of all. */
export const Letters: FC<LettersProps> = ({ view, letters }) => (
  <>
    {letters.map((letter) => (
      <Letter view={view} {...letter} among />
    ))}
  </>
);

/** How many letters there were. */
export const LettersEnd: FC<{ readonly view: View; readonly many: number }> = ({ view: { say }, many }) => (
  <p class="lead no-print">{many === 0 ? say.nothing : say.lettersLead(many)}</p>
);

/** A day as a letter has it. */
function longDay({ locale }: View, day: string): string {
  const written = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
  return written.format(new Date(`${day}T00:00:00Z`));
}

const Letter: FC<LetterProps & { readonly among?: boolean }> = (props) => {
  const { view, feedback, community, person, among = false } = props;
  const { say, locale } = view;
  const { supplement } = feedback;
  // Among others it is one of many under the page's own title.
  const title = say.letterTitle(feedback.year);
  return (
    <article class="letter" aria-label={`${title} ${feedback.accountId}`}>
      {among ? <h2 class="title">{title}</h2> : <h1>{title}</h1>}
      <p class="lead">
        {community} · {feedback.accountId}{' '}
        <RoleBadge view={view} role={feedback.role} colour={feedback.colour} />
      </p>
      {!feedback.sent && <p class="notice">{say.notSent}</p>}
      <dl class="pairs">
        <dt>{say.personName}</dt>
        <dd>{person?.name ?? <Blank />}</dd>
        <dt>{say.organisation}</dt>
        <dd>{person === undefined || person.organisation === '' ? <Blank /> : person.organisation}</dd>
        <dt>{say.recipients}</dt>
        <dd>{joined(view, feedback.recipients)}</dd>
        <dt>{say.uses}</dt>
        <dd>{feedback.uses.length === 0 ? say.usesNone : joined(view, feedback.uses)}</dd>
        <dt>{say.standsFor}</dt>
        <dd>{joined(view, feedback.standsFor)}</dd>
        <dt>{say.clause}</dt>
        <dd>{clauseIn(locale, view.ruleSet, feedback.clause)}</dd>
      </dl>
      <Figures
        figures={[
          [say.assessment, feedback.assessment],
          ...(feedback.mark === undefined
            ? []
            : ([[say.mark, `${feedback.mark.points} / ${feedback.mark.outOf}`]] as const)),
          [say.redeemed, feedback.redeemed],
          [say.redeemable, feedback.redeemable],
        ]}
      />
      <ItemsTable
        view={view}
        of={feedback.accountId}
        rows={feedback.byItem.map((of) => ({
          ...of,
          title: wordsIn(of.title, locale),
          clauses: [of.clause],
        }))}
      >
        {feedback.corrected !== 0 && (
          <tr>
            <th scope="row">{say.corrected}</th>
            <td></td>
            <td></td>
            <td class="number" data-label={say.points}>
              {signed(feedback.corrected)}
            </td>
          </tr>
        )}
      </ItemsTable>
      {supplement.entries.length > 0 && (
        <>
          {among ? <h3>{say.supplement}</h3> : <h2>{say.supplement}</h2>}
          <ul>
            {supplement.entries.map((entry) => (
              <li>{`${longDay(view, entry.on)} ${explain(entry, WORDS[locale])} ${signed(entry.points)}`}</li>
            ))}
          </ul>
        </>
      )}
      <dl class="signatures">
        <div>
          <dt>{say.signedByClerk}</dt>
          <dd></dd>
        </div>
        <div>
          <dt>{say.signedByPerson}</dt>
          <dd></dd>
        </div>
        <div>
          <dt>{say.sealOf(community)}</dt>
          <dd></dd>
        </div>
        <div>
          <dt>{say.sentOn}</dt>
          <dd>{longDay(view, feedback.sentOn)}</dd>
        </div>
      </dl>
    </article>
  );
};

/** A line to write on. */
const Blank: FC = () => <span class="blank"></span>;
