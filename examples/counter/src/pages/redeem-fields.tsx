import type { FC } from 'hono/jsx';
import type { Handbook } from 'points-bank';
import { wordsIn } from 'points-bank/words';
import { QUANTITY } from '../forms/command-of.js';
import { DayField } from './entry-fields.js';
import type { FormProps } from './entry-forms.js';

/** The first of them is where a link in the error summary leads. */
const rewardInput = (place: number) => (place === 0 ? 'field-rewards' : `field-rewards-${place}`);

type RedeemProps = FormProps & { readonly handbook: Handbook; readonly redemptionId: string };

export const RedeemFields: FC<RedeemProps> = ({ view, state, handbook, redemptionId }) => {
  const { say, locale } = view;
  const error = state.errors.find(({ field }) => field === 'rewards')?.text;
  return (
    <>
      <input type="hidden" name="redemptionId" value={state.values.redemptionId ?? redemptionId} />
      <fieldset class={error === undefined ? 'field' : 'field wrong'}>
        <legend>
          {say.rewards} <small>{say.handbookOf(handbook.version)}</small>
        </legend>
        {error !== undefined && <p class="error">{error}</p>}
        <ul class="rewards">
          {handbook.rewards.map((reward, place) => (
            <li>
              <label for={rewardInput(place)}>
                <b>{wordsIn(reward.title, locale)}</b>
                <span class="hint">
                  {`${say[reward.kind]} · ${say.price} ${reward.price} · ${say.left} ${reward.stock ?? say.unlimited}`}
                </span>
              </label>
              <input
                id={rewardInput(place)}
                name={`${QUANTITY}${reward.rewardId}`}
                type="number"
                min={0}
                max={reward.stock}
                step={1}
                inputmode="numeric"
                aria-label={say.howManyOf(wordsIn(reward.title, locale))}
                value={state.values[`${QUANTITY}${reward.rewardId}`] ?? '0'}
              />
            </li>
          ))}
        </ul>
      </fieldset>
      <DayField view={view} state={state} />
    </>
  );
};
