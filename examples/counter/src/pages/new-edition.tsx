import type { FC } from 'hono/jsx';
import type { Handbook } from 'points-bank';
import { ROWS, rowField } from '../forms/handbook-of.js';
import type { View } from '../web/view.js';
import { EditionFields } from './edition-fields.js';
import { type FormState, Token } from './fields.js';
import { Table } from './parts.js';

type NewProps = { readonly view: View; readonly state: FormState; readonly latest: Handbook | undefined };

/** The form for a new edition, with what is in the latest one to start from. */
export const NewEdition: FC<NewProps> = ({ view, state, latest }) => {
  const { say } = view;
  const from = latest?.rewards ?? [];
  const value = (row: number, field: Parameters<typeof rowField>[1]) => {
    const name = rowField(row, field);
    if (state.errors.length > 0) return state.values[name] ?? '';
    const reward = from[row];
    if (reward === undefined) return '';
    const known = { ...reward, zh: reward.title['zh-CN'], en: reward.title.en };
    return String(known[field] ?? '');
  };
  const error = (name: string) => state.errors.find(({ field }) => field === name)?.text;
  return (
    <details class="card" open={state.errors.length > 0}>
      <summary>
        <b>{say.newEdition}</b>
      </summary>
      <p class="hint">{say.newEditionLead}</p>
      <form method="post" action="/handbook" novalidate>
        <Token view={view} />
        <EditionFields view={view} state={state} />
        <Table label={say.newEdition}>
          <thead>
            <tr>
              <th scope="col">{say.rewardId}</th>
              <th scope="col">{say.titleZh}</th>
              <th scope="col">{say.titleEn}</th>
              <th scope="col">{say.rewardKind}</th>
              <th scope="col">{say.price}</th>
              <th scope="col">{say.stock}</th>
              <th scope="col">{say.consent}</th>
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: ROWS }, (_, row) => {
              const input = (
                field: 'rewardId' | 'zh' | 'en' | 'price' | 'stock' | 'consent',
                words: string,
              ) => {
                const name = rowField(row, field);
                return (
                  <td>
                    <input
                      id={`field-${name}`}
                      name={name}
                      type={field === 'consent' ? 'date' : 'text'}
                      aria-label={`${say.rewardRow(row + 1)} ${words}`}
                      aria-invalid={error(name) === undefined ? undefined : 'true'}
                      inputmode={field === 'price' || field === 'stock' ? 'numeric' : undefined}
                      size={field === 'price' || field === 'stock' ? 4 : 12}
                      value={value(row, field)}
                    />
                  </td>
                );
              };
              return (
                <tr>
                  {input('rewardId', say.rewardId)}
                  {input('zh', say.titleZh)}
                  {input('en', say.titleEn)}
                  <td>
                    <select
                      id={`field-${rowField(row, 'kind')}`}
                      name={rowField(row, 'kind')}
                      aria-label={`${say.rewardRow(row + 1)} ${say.rewardKind}`}
                    >
                      <option value="service" selected={!['goods', 'honour'].includes(value(row, 'kind'))}>
                        {say.service}
                      </option>
                      <option value="goods" selected={value(row, 'kind') === 'goods'}>
                        {say.goods}
                      </option>
                      <option value="honour" selected={value(row, 'kind') === 'honour'}>
                        {say.honour}
                      </option>
                    </select>
                  </td>
                  {input('price', say.price)}
                  {input('stock', say.stock)}
                  {input('consent', say.consent)}
                </tr>
              );
            })}
          </tbody>
        </Table>
        <button type="submit" class="main">
          {say.publish}
        </button>
      </form>
    </details>
  );
};
