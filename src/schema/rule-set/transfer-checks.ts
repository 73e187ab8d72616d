import { mostSent } from '../../rules/reach/most-sent.js';
import type { TransferLimit, TransferRule } from '../../rules/rule-set.js';
import type { Calendar } from '../../values/window.js';
import type { CheckContext } from '../check-context.js';
import { checkNeeds } from './sentence-checks.js';

/** Checks what sending points needs and how much may be sent: each condition can be met, and each limit can refuse what the others let through. */
export function checkTransfer(context: CheckContext): void {
  checkNeeds(context, ['transfer', 'requires']);
  const transfer = context.part<TransferRule>(['transfer']);
  if (transfer === undefined) return;
  const calendar = context.part<Calendar>(['calendar']);
  const standing = { ...transfer.limits };
  // Of limits that leave each other nothing, the first stay.
  for (const { at, key, value } of context.members<TransferLimit>(['transfer', 'limits']).reverse()) {
    const most = mostSent({ limits: standing }, value, calendar, value);
    if (most > value.maximum) continue;
    context.report([...at, 'maximum'], 'never-bites', String(most));
    delete standing[key];
  }
}
