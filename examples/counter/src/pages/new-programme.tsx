import type { FC } from 'hono/jsx';
import type { Programme } from 'points-bank';
import { wordsIn } from 'points-bank/words';
import { type Part, type PartField, partField, rowsFor } from '../forms/programme-of.js';
import type { View } from '../web/view.js';
import { EditionFields } from './edition-fields.js';
import { type FormState, type Option, Token } from './fields.js';
import { activityItems, Table } from './parts.js';

type Props = {
  readonly view: View;
  readonly state: FormState;
  readonly latest: Programme | undefined;
};

/** The form for a new edition, with what is in the latest one to start from. */
export const NewProgramme: FC<Props> = ({ view, state, latest }) => {
  const { say } = view;
  return (
    <details class="card" open={state.errors.length > 0}>
      <summary>
        <b>{say.newProgramme}</b>
      </summary>
      <p class="hint">{say.newProgrammeLead}</p>
      <form method="post" action="/programme" novalidate>
        <Token view={view} />
        <EditionFields view={view} state={state} />
        <Parts view={view} state={state} latest={latest} part="matter" />
        <Parts view={view} state={state} latest={latest} part="post" />
        <button type="submit" class="main">
          {say.publish}
        </button>
      </form>
    </details>
  );
};

type PartsProps = Props & { readonly part: Part };

const Parts: FC<PartsProps> = ({ view, state, latest, part }) => {
  const { say, locale, ruleSet } = view;
  const isMatter = part === 'matter';
  const known = isMatter
    ? (latest?.matters ?? []).map(({ matterId: name, ...rest }) => ({ ...rest, name }))
    : (latest?.posts ?? []).map(({ postId: name, ...rest }) => ({ ...rest, name }));
  const sent = Object.keys(state.values).filter((name) => new RegExp(`^${part}\\d+-name$`).test(name)).length;
  const tiers = Object.entries(ruleSet.difficulties).map(([value, title]) => ({
    value,
    title: wordsIn(title, locale),
  }));
  const kinds = [
    { value: 'post', title: say.kindPost },
    { value: 'project', title: say.kindProject },
  ];
  const columns: readonly Column[] = [
    { field: 'name', label: say.partName },
    isMatter
      ? { field: 'item', label: say.item, options: activityItems(view), none: say.choose }
      : { field: 'kind', label: say.kind, options: kinds, none: say.anyKind },
    { field: 'difficulty', label: say.difficulty, options: tiers, none: say.byEntry },
    { field: 'from', label: say.from },
    { field: 'until', label: say.to },
  ];
  const label = isMatter ? say.mattersPart : say.postsPart;
  const shown = (row: number, field: PartField): string => {
    if (state.errors.length > 0) return state.values[partField(part, row, field)] ?? '';
    const of = known[row] as Partial<Record<PartField, string>> | undefined;
    return of?.[field] ?? '';
  };
  return (
    <>
      <h2>{label}</h2>
      <Table label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col">{column.label}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: Math.max(sent, rowsFor(known.length)) }, (_, row) => (
            <tr>
              {columns.map((column) => (
                <Cell
                  view={view}
                  state={state}
                  name={partField(part, row, column.field)}
                  row={row}
                  column={column}
                  value={shown(row, column.field)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  );
};

type Column = {
  readonly field: PartField;
  readonly label: string;
  readonly options?: readonly Option[];
  readonly none?: string;
};

type CellProps = {
  readonly view: View;
  readonly state: FormState;
  readonly name: string;
  readonly row: number;
  readonly column: Column;
  readonly value: string;
};

const Cell: FC<CellProps> = ({ view, state, name, row, column, value }) => {
  const { field, label, options, none } = column;
  const error = state.errors.find((one) => one.field === name)?.text;
  const tied = {
    id: `field-${name}`,
    name,
    'aria-label': view.say.rowOf(row + 1, label),
    'aria-invalid': error === undefined ? undefined : ('true' as const),
  };
  return (
    <td data-label={label}>
      {options === undefined ? (
        <input {...tied} type={field === 'name' ? 'text' : 'date'} value={value} autocomplete="off" />
      ) : (
        <select {...tied}>
          <option value="">{none}</option>
          {options.map((option) => (
            <option value={option.value} selected={option.value === value}>
              {option.title}
            </option>
          ))}
        </select>
      )}
    </td>
  );
};
