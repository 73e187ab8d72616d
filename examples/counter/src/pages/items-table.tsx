import type { Child, FC } from 'hono/jsx';
import { clauseIn } from '../language/words.js';
import type { View } from '../web/view.js';
import { Table } from './parts.js';

type Row = {
  readonly title: string;
  readonly clauses: readonly string[];
  readonly entries: number;
  readonly points: number;
};

type Props = {
  readonly view: View;
  readonly rows: readonly Row[];
  /** Whose items they are, where a page has several such tables. */
  readonly of?: string;
  readonly children?: Child;
};

/** What was earned by item, with whatever rows come after. */
export const ItemsTable: FC<Props> = ({ view, rows, of, children }) => {
  const { say, locale, ruleSet } = view;
  return (
    <Table label={of === undefined ? say.byItem : `${say.byItem} · ${of}`}>
      <thead>
        <tr>
          <th scope="col">{say.item}</th>
          <th scope="col">{say.clause}</th>
          <th scope="col" class="number">
            {say.entries}
          </th>
          <th scope="col" class="number">
            {say.points}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ title, clauses, entries, points }) => (
          <tr>
            <th scope="row">{title}</th>
            <td data-label={say.clause}>
              {clauses.map((clause) => clauseIn(locale, ruleSet, clause)).join(locale === 'en' ? ', ' : '、')}
            </td>
            <td class="number" data-label={say.entries}>
              {entries}
            </td>
            <td class="number" data-label={say.points}>
              {points}
            </td>
          </tr>
        ))}
        {children}
      </tbody>
    </Table>
  );
};
