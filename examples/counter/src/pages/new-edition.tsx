import type { Child, FC } from 'hono/jsx';
import type { Handbook } from 'points-bank';
import { hasStandingConsents } from '../bank/consents.js';
import { fieldTitle, rewardTitles } from '../forms/field-title.js';
import {
  dropField,
  type RewardField,
  rowField,
  rowsIn,
  spanOf,
  valuesOfEdition,
} from '../forms/handbook-of.js';
import { PERIOD_KINDS } from '../language/messages/handbook.js';
import type { View } from '../web/view.js';
import { EditionFields } from './edition-fields.js';
import { type FormState, TextField, Token } from './fields.js';
import { Table } from './parts.js';
import { spanTitle } from './reward-table.js';

type NewProps = {
  readonly view: View;
  readonly state: FormState;
  /** What the form starts from. */
  readonly latest: Handbook | undefined;
};

/** The form for a new edition, with what is in the latest one to start from, or for one that can still be changed. */
export const NewEdition: FC<NewProps> = ({ view, state, latest }) => {
  const { say, ruleSet } = view;
  const isBegun = Object.keys(state.values).some((name) => name === 'version');
  const { version: _, published: __, ...started } = latest === undefined ? {} : valuesOfEdition(latest);
  const filled: FormState = { ...state, values: isBegun ? state.values : started };
  const { changes } = filled.values;
  return (
    <details class="card" open={isBegun}>
      <summary autofocus={isBegun && state.errors.length === 0}>
        <b>{changes === undefined ? say.newEdition : say.editEditionOf(changes)}</b>
      </summary>
      <p class="hint">{say.newEditionLead}</p>
      <form method="post" action="/handbook" novalidate>
        <Token view={view} />
        {changes !== undefined && <input type="hidden" name="changes" value={changes} />}
        <EditionFields view={view} state={filled} fixed={changes} />
        {hasStandingConsents(ruleSet) && (
          <div class="inline">
            <TextField
              view={view}
              state={filled}
              name="standingConsent"
              label={say.standingConsent}
              type="date"
            />
            <TextField
              view={view}
              state={filled}
              name="standingConsentUntil"
              label={say.standingConsentUntil}
              type="date"
            />
          </div>
        )}
        <Table label={say.newEdition}>
          <thead>
            <tr>
              <th scope="col">{say.rewardId}</th>
              <th scope="col">
                {say.titleZh}
                <br />
                {say.titleEn}
              </th>
              <th scope="col">
                {say.rewardKind}
                <br />
                {say.price}
              </th>
              <th scope="col">
                {say.stock}
                <br />
                {say.stockFrom}
              </th>
              <th scope="col">
                {say.consent}
                <br />
                {say.consentUntil}
              </th>
              <th scope="col">{say.rewardLimit}</th>
              <th scope="col">{say.dropReward}</th>
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: rowsIn(filled.values) }, (_, row) => (
              <Row view={view} state={filled} row={row} />
            ))}
          </tbody>
        </Table>
        <div class="actions">
          <button type="submit" name="do" value="check" class="main">
            {say.checkEdition}
          </button>
          <button type="submit" name="do" value="rows">
            {say.moreRows}
          </button>
        </div>
      </form>
    </details>
  );
};

type RowProps = { readonly view: View; readonly state: FormState; readonly row: number };

const Row: FC<RowProps> = ({ view, state, row }) => {
  const { say, ruleSet } = view;
  const tied = (field: RewardField) => {
    const name = rowField(row, field);
    const isWrong = state.errors.some((error) => error.field === name);
    return {
      id: `field-${name}`,
      name,
      'aria-label': fieldTitle(say, name),
      'aria-invalid': isWrong ? ('true' as const) : undefined,
    };
  };
  const value = (field: RewardField) => state.values[rowField(row, field)] ?? '';
  const labels = rewardTitles(say);
  const labelled = (field: RewardField, input: Child) => <span data-label={labels[field]}>{input}</span>;
  const words = (field: RewardField) =>
    labelled(field, <input {...tied(field)} type="text" size={12} value={value(field)} autocomplete="off" />);
  const whole = (field: RewardField) =>
    labelled(
      field,
      <input
        {...tied(field)}
        type="text"
        inputmode="numeric"
        size={4}
        value={value(field)}
        autocomplete="off"
      />,
    );
  const day = (field: RewardField) =>
    labelled(field, <input {...tied(field)} type="date" value={value(field)} />);
  const kinds = { service: say.service, goods: say.goods, honour: say.honour };
  // A year of the calendar is another one only where the rules have a year of their own.
  const spans = PERIOD_KINDS.filter(
    (kind) => kind !== 'calendar-year' || ruleSet.calendar?.yearStarts !== undefined,
  );
  const chosen = value('limitPer') || 'half-year';
  // A span of so many days or months comes from the edition that is changed.
  const offered = spans.includes(chosen) ? spans : [...spans, chosen];
  return (
    <tr>
      <td>{words('rewardId')}</td>
      <td class="pile">
        {words('zh')}
        {words('en')}
      </td>
      <td class="pile">
        {labelled(
          'kind',
          <select {...tied('kind')}>
            {Object.entries(kinds).map(([kind, title]) => (
              <option value={kind} selected={kind === (value('kind') || 'service')}>
                {title}
              </option>
            ))}
          </select>,
        )}
        {whole('price')}
      </td>
      <td class="pile">
        {whole('stock')}
        {day('stockFrom')}
      </td>
      <td class="pile">
        {day('consent')}
        {day('consentUntil')}
      </td>
      <td class="pile">
        {whole('limit')}
        {labelled(
          'limitPer',
          <select {...tied('limitPer')}>
            {offered.map((span) => (
              <option value={span} selected={span === chosen}>
                {spanTitle(view, spanOf(span))}
              </option>
            ))}
          </select>,
        )}
      </td>
      <td data-label={value('rewardId') === '' ? undefined : say.dropReward}>
        {value('rewardId') !== '' && (
          <input
            type="checkbox"
            name={dropField(row)}
            value="yes"
            checked={state.values[dropField(row)] === 'yes'}
            aria-label={`${say.dropReward}：${value(view.locale === 'en' ? 'en' : 'zh') || value('rewardId')}`}
          />
        )}
      </td>
    </tr>
  );
};
