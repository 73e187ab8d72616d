import { own } from '../../values/json.js';
import type { BarAccount } from '../commands/command.js';
import type { AccountBarred } from '../events/event.js';
import type { Account, BarRecord } from '../state/account.js';
import { barContent } from '../state/content.js';
import { barOf, undoneIn } from '../state/records.js';
import type { Context } from './context.js';
import { decidedOn, eventOf } from './events-of.js';
import { RECOGNITION, requireDate, requireOpenAccount } from './guards/entry.js';
import { type Accepted, accept, RETRIED, refuse } from './outcome.js';

/** Bars an account from recognition, redeeming or earning, on a ground of the rules, from a day to a day. */
export function barAccount(given: Context, command: BarAccount, loaded: Account): Accepted {
  const { data } = command;
  const context = requireOpenAccount(given, command, loaded);
  const { account, rules } = context;
  const { clauses, ineligibility } = rules.ruleSet;
  const { barId, ground, from, until, reason } = data;
  const content = barContent(data);
  const isSame = (bar: BarRecord): boolean =>
    bar.barId === barId && bar.content === content && bar.of === undefined;
  const undone = undoneIn(account).flatMap((one) => (one.kind === 'bar' ? [one.bar] : []));
  if ([...account.bars, ...undone].some(isSame)) return RETRIED;
  const rule = own(ineligibility, ground);
  const clause = rule?.clause ?? clauses.entries;
  if (barOf(account, barId) !== undefined) refuse('duplicate-bar', clause, { barId });

  requireDate(context, data);
  if (rule === undefined) refuse('unknown-ground', clause, { ground, known: Object.keys(ineligibility) });
  if (until !== undefined && until < from) refuse('ends-before-it-begins', clause, { from, until });

  // Nothing can refuse from here on.
  const barred: AccountBarred['data'] = {
    ...decidedOn(context, data, clause, rules.readingsOf(`ineligibility.${ground}`)),
    barId,
    ground,
    title: rule.title,
    bars: rule.bars ?? RECOGNITION,
    from,
    ...(until === undefined ? {} : { until }),
    reason,
  };
  return accept(eventOf('AccountBarred', barred));
}
