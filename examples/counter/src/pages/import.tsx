import type { FC } from 'hono/jsx';
import type { Handbook } from 'points-bank';
import { COLUMN_IDS, COLUMNS, COLUMNS_FOR, NEEDED, TYPES } from '../import/columns.js';
import type { Outcome } from '../import/outcome.js';
import type { Register } from '../import/read-register.js';
import { allowedIn } from '../import/template.js';
import type { Bilingual } from '../language/words.js';
import { needsApproval } from '../security/access.js';
import type { View } from '../web/view.js';
import { ApprovalFields } from './approval-fields.js';
import { EMPTY, ErrorSummary, type FormState, TextField, Token } from './fields.js';
import { Figures, Table } from './parts.js';

type Props = { readonly view: View; readonly state: FormState; readonly handbook: Handbook | undefined };

export const ImportPage: FC<Props> = ({ view, state, handbook }) => {
  const { say, locale } = view;
  const types = Object.keys(TYPES).length;
  return (
    <>
      <h1>{say.importTitle}</h1>
      <p class="lead">{say.importLead}</p>
      <ErrorSummary view={view} state={state} />
      <form method="post" action="/import" enctype="multipart/form-data" class="card">
        <Token view={view} />
        <TextField
          view={view}
          state={state}
          name="file"
          label={say.file}
          hint={say.fileHint}
          type="file"
          accept=".xlsx,.csv,.tsv,.txt,text/csv"
          required
        />
        <div class="actions">
          <button type="submit" class="main">
            {say.dryRun}
          </button>
          <a href="/import/template.csv">{say.template}</a>
        </div>
      </form>
      <h2>{say.columnsTitle}</h2>
      <p>{say.columnsLead}</p>
      <p class="hint">{say.exampleHint}</p>
      <Table label={say.columnsTitle}>
        <thead>
          <tr>
            <th scope="col">{say.columnName}</th>
            <th scope="col">{say.columnFor}</th>
            <th scope="col">{say.columnMay}</th>
          </tr>
        </thead>
        <tbody>
          {COLUMN_IDS.map((column) => (
            <tr>
              <th scope="row">
                {COLUMNS[column][locale]} {NEEDED.includes(column) && <small>{say.required}</small>}
              </th>
              <td>
                {COLUMNS_FOR[column].length === types
                  ? say.everyRow
                  : COLUMNS_FOR[column].map((type) => TYPES[type][locale]).join(' / ')}
              </td>
              <td class="long">{allowedIn(column, { ruleSet: view.ruleSet, handbook }, locale)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  );
};

const SHOWN = 100;

/** As many as a form may bring back for the download; whoever has more wrong has one thing wrong in all of them. */
const KEPT = 5000;

type ResultProps = {
  readonly view: View;
  readonly outcome: Outcome;
  readonly dry: boolean;
  /** How the file was read. */
  readonly read: Pick<Register, 'encoding' | 'headingsLine' | 'unused'>;
  /** The file once more, for the import that follows a dry run. */
  readonly csv: string;
};

export const ImportResult: FC<ResultProps> = ({ view, outcome, dry, read, csv }) => {
  const { say, locale } = view;
  const { encoding, headingsLine, unused } = read;
  const { rows, added, already, refused } = outcome;
  return (
    <section aria-labelledby="import-result">
      <div class="done" role="status" tabindex={-1} autofocus>
        <h2 id="import-result">{dry ? say.dryRunTitle : say.appliedTitle}</h2>
      </div>
      <Figures
        figures={[
          [say.rows, rows],
          [dry ? say.wouldAdd : say.added, added],
          [say.already, already],
          [say.refused, refused.length],
          [say.encoding, <span class="words">{encoding}</span>],
        ]}
      />
      {headingsLine > 1 && <p class="hint">{say.headingsAt(headingsLine)}</p>}
      {unused.length > 0 && (
        <p class="notice">{say.unknownColumns(unused.join(locale === 'en' ? ', ' : '、'))}</p>
      )}
      {dry && added > 0 && (
        <form method="post" action="/import/apply" enctype="multipart/form-data" class="actions">
          <Token view={view} />
          <input type="hidden" name="csv" value={csv} />
          {needsApproval(view.ruleSet) && <ApprovalFields view={view} state={EMPTY} />}
          <button type="submit" class="main">
            {`${say.apply}（${added}）`}
          </button>
          <a href="/import">{say.back}</a>
        </form>
      )}
      {refused.length > 0 && <Refused view={view} outcome={outcome} />}
    </section>
  );
};

const Refused: FC<{ readonly view: View; readonly outcome: Outcome }> = ({ view, outcome: { refused } }) => {
  const { say, locale } = view;
  const other = locale === 'en' ? 'zh-CN' : 'en';
  return (
    <>
      <h3>{say.refusedRows}</h3>
      <form method="post" action="/import/refused.csv" enctype="multipart/form-data" data-download="">
        <Token view={view} />
        <input type="hidden" name="refused" value={JSON.stringify(refused.slice(0, KEPT))} />
        <p>
          {refused.length > SHOWN && <span>{say.firstShown(SHOWN, refused.length)} </span>}
          <button type="submit">{say.downloadCsv}</button>
        </p>
      </form>
      <Table label={say.refusedRows}>
        <thead>
          <tr>
            <th scope="col" class="number">
              {say.line}
            </th>
            <th scope="col">{say.account}</th>
            <th scope="col">{say.whyRefused}</th>
          </tr>
        </thead>
        <tbody>
          {refused.slice(0, SHOWN).map(({ line, accountId, reason }) => (
            <tr>
              <td class="number" data-label={say.line}>
                {line}
              </td>
              <th scope="row" class="id">
                {accountId}
              </th>
              <td class="long">
                <InBoth reason={reason} first={locale} second={other} />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  );
};

const InBoth: FC<{
  readonly reason: Bilingual;
  readonly first: keyof Bilingual;
  readonly second: keyof Bilingual;
}> = (props) => {
  const { reason, first, second } = props;
  return (
    <>
      {reason[first]}
      <br />
      <small lang={second}>{reason[second]}</small>
    </>
  );
};
