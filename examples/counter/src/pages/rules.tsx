import type { FC } from 'hono/jsx';
import { type Deviation, digest, type RuleSet } from 'points-bank';
import { explain, wordsIn } from 'points-bank/words';
import type { RuleFiling } from '../bank/rule-filings.js';
import { WORDS } from '../language/words.js';
import type { View } from '../web/view.js';
import { ErrorSummary, type FormState } from './fields.js';
import { Table } from './parts.js';

type Props = {
  readonly view: View;
  readonly state: FormState;
  readonly base: RuleSet;
  readonly differences: readonly Deviation[];
  readonly filings: readonly RuleFiling[];
};

/** The rules in force: where they differ from the scheme that they were made from, and their filing. */
export const RulesPage: FC<Props> = ({ view, state, base, differences, filings }) => {
  const { say, locale, ruleSet } = view;
  const title = wordsIn(base.title, locale);
  return (
    <>
      <h1>{say.rulesTitle}</h1>
      <p class="lead">{say.rulesInForce(wordsIn(ruleSet.title, locale), ruleSet.version)}</p>
      <p class="hint">
        {say.rulesDigest}: <code class="long">{digest(ruleSet)}</code>
      </p>
      <ErrorSummary view={view} state={state} />
      <section class="card">
        {differences.length === 0 ? (
          <p>{say.noDifferences(title, base.version)}</p>
        ) : (
          <>
            <p>{say.differences(title, base.version, differences.length)}</p>
            <Differences view={view} differences={differences} />
            <Filed view={view} state={state} filings={filings} />
          </>
        )}
        <p>
          <a href="/workbench/">{say.tryRules}</a>
        </p>
      </section>
      {filings.length > 0 && <Filings view={view} filings={filings} />}
    </>
  );
};

const Differences: FC<Pick<Props, 'view' | 'differences'>> = ({ view, differences }) => {
  const { say, locale, ruleSet } = view;
  const directions = {
    new: say.directionNew,
    stricter: say.directionStricter,
    looser: say.directionLooser,
    other: say.directionOther,
  };
  return (
    <Table label={say.differencesTable}>
      <thead>
        <tr>
          <th scope="col">{say.differenceHead}</th>
          <th scope="col">{say.directionHead}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map((one) => (
          <tr>
            <td>{explain(one, WORDS[locale], ruleSet)}</td>
            <td>
              <span class={`badge ${one.kind === 'looser' ? 'bad' : 'fair'}`}>{directions[one.kind]}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
};

/** Whether the rules in force were filed, and for the supervising office the form that says so. */
const Filed: FC<Pick<Props, 'view' | 'state' | 'filings'>> = ({ view, state, filings }) => {
  const { say, ruleSet, today, token, user } = view;
  if (ruleSet.filing === undefined) return <p>{say.rulesFilingNotAsked}</p>;
  const of = digest(ruleSet);
  const filed = filings.find((one) => one.digest === of);
  if (filed !== undefined)
    return (
      <p id="filed" role="status" tabindex={-1}>
        {say.rulesFiled(filed.filedOn, filed.by)}
      </p>
    );
  return (
    <>
      <p>{say.rulesNotFiled}</p>
      {user?.person.role === 'subdistrict' && (
        <form method="post" action="/rules/filed" class="inline">
          <input type="hidden" name="token" value={token} />
          <label for="field-filedOn">{say.filedRulesOn}</label>
          <input
            id="field-filedOn"
            name="filedOn"
            type="date"
            required
            max={today}
            value={state.values.filedOn ?? today}
          />
          <button type="submit">{say.fileRules}</button>
        </form>
      )}
    </>
  );
};

const Filings: FC<Pick<Props, 'view' | 'filings'>> = ({ view, filings }) => {
  const { say } = view;
  return (
    <section aria-labelledby="filings">
      <h2 id="filings">{say.earlierFilings}</h2>
      <Table label={say.earlierFilings}>
        <thead>
          <tr>
            {[say.filedRulesOn, say.version, say.rulesDigest, say.filedBy].map((head) => (
              <th scope="col">{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {filings.map(({ filedOn, version, digest: of, by }) => (
            <tr>
              <td data-label={say.filedRulesOn}>{filedOn}</td>
              <td data-label={say.version}>{version}</td>
              <td data-label={say.rulesDigest}>
                <code class="long">{of}</code>
              </td>
              <td data-label={say.filedBy}>{by}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
};
