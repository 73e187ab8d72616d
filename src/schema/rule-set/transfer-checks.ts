import { mostSent } from '../../rules/reach/most-sent.js';
import type { TransferLimit, TransferRule } from '../../rules/rule-set.js';
import type { Calendar } from '../../values/window.js';
import type { CheckContext } from '../check-context.js';
import { checkBeside, checkNeeds, comparingAt } from './sentence-checks.js';

/** Checks what sending points needs and how much may be sent: each condition can be met, and each limit can refuse what the others let through. */
export function checkTransfer(context: CheckContext): void {
  checkNeeds(context, ['transfer', 'requires']);
  const transfer = context.part<TransferRule>(['transfer']);
  if (transfer === undefined) return;
  const calendar = context.part<Calendar>(['calendar']);
  const limits = context.members<TransferLimit>(['transfer', 'limits']);
  const compare = comparingAt(context, ['transfer', 'limits']);
  checkBeside(context, limits, (limit, beside) =>
    mostSent({ limits: beside }, limit, calendar, limit, compare),
  );
}
