import type { FC } from 'hono/jsx';
import type { BankEvent } from 'points-bank';
import { explain, wordsIn } from 'points-bank/words';
import { QUANTITY } from '../forms/command-of.js';
import { WORDS } from '../language/words.js';
import type { View } from '../web/view.js';
import { DayField } from './entry-fields.js';
import { type FormState, TextField } from './fields.js';
import { QuantityFields } from './quantity-fields.js';

/** What is left of a redemption. */
export type Given = readonly { readonly rewardId: string; readonly quantity: number }[] | undefined;

type Props = {
  readonly view: View;
  readonly state: FormState;
  readonly event: BankEvent;
  readonly given: Given;
};

/** Of a redemption, all that is left comes back unless the form says less. */
export const ComesBack: FC<Props> = ({ view, state, event, given = [] }) => {
  const { say, locale } = view;
  const redeemed = event.type === 'PointsRedeemed' ? event.data.lines : [];
  const title = (id: string) => redeemed.find(({ rewardId }) => rewardId === id)?.title;
  const lines = given.map(({ rewardId, quantity }) => ({
    name: `${QUANTITY}${rewardId}`,
    title: wordsIn(title(rewardId) ?? { [locale]: rewardId }, locale),
    hint: say.notReturned(quantity),
    value: String(quantity),
    max: quantity,
  }));
  if (lines.length === 0) return null;
  return <QuantityFields state={state} legend={say.comesBack} lines={lines} view={view} />;
};

/** What a clerk is offered to say why an entry is undone. */
export function reasonsFor({ say }: View, event: BankEvent): readonly string[] {
  return (event.type === 'PointsRedeemed' ? say.reasonsOfReturn : say.reasonsOfSlip).split('|');
}

export const UndoFields: FC<Props & { readonly reversalId: string }> = (props) => {
  const { view, state, event, given, reversalId } = props;
  const { say } = view;
  return (
    <>
      <input type="hidden" name="reversalId" value={state.values.reversalId ?? reversalId} />
      <ComesBack view={view} state={state} event={event} given={given} />
      <TextField
        view={view}
        state={state}
        name="reason"
        label={say.undoReason}
        list={reasonsFor(view, event)}
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
