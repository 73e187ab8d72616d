import type { FC } from 'hono/jsx';
import type { Handbook } from 'points-bank';
import { wordsIn } from 'points-bank/words';
import { QUANTITY } from '../forms/command-of.js';
import { DayField } from './entry-fields.js';
import type { FormProps } from './entry-forms.js';
import { QuantityFields } from './quantity-fields.js';

type RedeemProps = FormProps & { readonly handbook: Handbook; readonly redemptionId: string };

export const RedeemFields: FC<RedeemProps> = ({ view, state, handbook, redemptionId }) => {
  const { say, locale } = view;
  const lines = handbook.rewards.map(({ rewardId, title, kind, price, stock }) => ({
    name: `${QUANTITY}${rewardId}`,
    title: wordsIn(title, locale),
    hint: `${say[kind]} · ${say.price} ${price} · ${say.left} ${stock ?? say.unlimited}`,
    value: '0',
    max: stock,
  }));
  return (
    <>
      <input type="hidden" name="redemptionId" value={state.values.redemptionId ?? redemptionId} />
      <QuantityFields
        view={view}
        state={state}
        legend={say.rewards}
        note={say.handbookOf(handbook.version)}
        lines={lines}
      />
      <DayField view={view} state={state} />
    </>
  );
};
