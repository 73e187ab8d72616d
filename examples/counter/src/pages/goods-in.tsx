import type { FC } from 'hono/jsx';
import type { Handbook } from 'points-bank';
import { wordsIn } from 'points-bank/words';
import type { GoodsIn } from '../bank/goods-in.js';
import type { View } from '../web/view.js';
import { type FormState, SelectField, TextField, Token } from './fields.js';
import { listed, signed, Table } from './parts.js';

type Props = {
  readonly view: View;
  readonly state: FormState;
  /** The edition in use, with what is left in stock. */
  readonly left: Handbook | undefined;
  readonly goods: readonly GoodsIn[];
  /** Random: what is sent twice is one. */
  readonly submission: string;
};

/** What comes into stock while an edition is in use, and what came. */
export const GoodsInForm: FC<Props> = ({ view, state, left, goods, submission }) => {
  const { say, locale, today } = view;
  const options = (left?.rewards ?? []).flatMap(({ rewardId, title, stock }) =>
    stock === undefined ? [] : [{ value: rewardId, title: say.goodsLeft(wordsIn(title, locale), stock) }],
  );
  if (options.length === 0 && goods.length === 0) return null;
  const { rows, note } = listed(view, goods);
  const titleOf = (id: string) => {
    const title = left?.rewards.find(({ rewardId }) => rewardId === id)?.title;
    return title === undefined ? id : wordsIn(title, locale);
  };
  return (
    <details class="card" open={state.errors.length > 0}>
      <summary>
        <b>{say.goodsTitle}</b>
      </summary>
      <p class="hint">{say.goodsLead}</p>
      {options.length > 0 && (
        <form method="post" action="/handbook/goods-in" novalidate>
          <Token view={view} />
          <input type="hidden" name="submission" value={state.values.submission ?? submission} />
          <SelectField
            view={view}
            state={state}
            name="goods"
            label={say.goodsReward}
            options={options}
            none={say.choose}
            required
          />
          <TextField
            view={view}
            state={state}
            name="goodsQuantity"
            label={say.goodsQuantity}
            maxlength={8}
            required
          />
          <TextField
            view={view}
            state={state}
            name="goodsOn"
            label={say.day}
            type="date"
            value={today}
            max={today}
            required
          />
          <TextField view={view} state={state} name="goodsNote" label={say.goodsNote} maxlength={200} />
          <button type="submit" class="main">
            {say.goodsSave}
          </button>
        </form>
      )}
      {goods.length > 0 && (
        <>
          <h3>{say.goodsRecords}</h3>
          <Table label={say.goodsRecords}>
            <thead>
              <tr>
                <th scope="col">{say.day}</th>
                <th scope="col">{say.goodsReward}</th>
                <th scope="col" class="number">
                  {say.goodsQuantity}
                </th>
                <th scope="col">{say.goodsNote}</th>
                <th scope="col">{say.recordedBy}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((one) => (
                <tr>
                  <td>{one.on}</td>
                  <td>{titleOf(one.rewardId)}</td>
                  <td class="number" data-label={say.goodsQuantity}>
                    {signed(one.quantity)}
                  </td>
                  <td data-label={say.goodsNote}>{one.note}</td>
                  <td data-label={say.recordedBy}>{one.by}</td>
                </tr>
              ))}
            </tbody>
          </Table>
          {note !== '' && <p class="hint">{note}</p>}
        </>
      )}
    </details>
  );
};
