import type { FC } from 'hono/jsx';
import type { BankEvent } from 'points-bank';
import { explain, wordsIn } from 'points-bank/words';
import { QUANTITY } from '../forms/command-of.js';
import { WORDS } from '../language/words.js';
import type { View } from '../web/view.js';
import { DayField } from './entry-fields.js';
import { type FormState, TextField } from './fields.js';
import { QuantityFields } from './quantity-fields.js';

type Props = {
  readonly view: View;
  readonly state: FormState;
  readonly event: BankEvent;
  readonly given: readonly { readonly rewardId: string; readonly quantity: number }[] | undefined;
  readonly reversalId: string;
};

/** Of a redemption, all that is left comes back unless the form says less. */
export const UndoFields: FC<Props> = ({ view, state, event, given, reversalId }) => {
  const { say, locale } = view;
  const redeemed = event.type === 'PointsRedeemed' ? event.data.lines : [];
  const title = (id: string) => redeemed.find(({ rewardId }) => rewardId === id)?.title;
  const lines = (given ?? []).map(({ rewardId, quantity }) => ({
    name: `${QUANTITY}${rewardId}`,
    title: wordsIn(title(rewardId) ?? { [locale]: rewardId }, locale),
    hint: say.notReturned(quantity),
    value: String(quantity),
    max: quantity,
  }));
  const reasons = event.type === 'PointsRedeemed' ? say.reasonsOfReturn : say.reasonsOfSlip;
  return (
    <>
      <input type="hidden" name="reversalId" value={state.values.reversalId ?? reversalId} />
      {lines.length > 0 && <QuantityFields state={state} legend={say.comesBack} lines={lines} view={view} />}
      <TextField
        view={view}
        state={state}
        name="reason"
        label={say.undoReason}
        list={reasons.split('|')}
        maxlength={500}
        required
      />
      <DayField view={view} state={state} hint={say.undoDayHint} />
    </>
  );
};

/** The entry that a form is about, in the words in which it is on record. */
export const EntryInWords: FC<{ readonly view: View; readonly event: BankEvent }> = ({ view, event }) => (
  <section class="card" aria-label={view.say.entryInQuestion}>
    <p>{explain(event, WORDS[view.locale], view.ruleSet)}</p>
  </section>
);
