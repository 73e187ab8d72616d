import { parseCommand } from 'points-bank/schema';
import { explain } from 'points-bank/words';
import { enter } from '../bank/enter.js';
import { commandOf, type EntryKind, type FormValues, type Place } from '../forms/command-of.js';
import { isAhead } from '../forms/day-ahead.js';
import { fieldOfPath, fieldOfRefusal } from '../forms/field-of-refusal.js';
import { messagesIn } from '../language/messages.js';
import { WORDS } from '../language/words.js';
import type { FormError } from '../pages/fields.js';
import { accountPath } from '../web/account-path.js';
import type { Web } from '../web/env.js';
import { signedIn } from '../web/guards.js';
import { approved } from './approver.js';
import { problemErrors } from './problem-errors.js';

/** What came of a form: where the entry is on record, or what is wrong with it. */
export async function sent(
  c: Web,
  kind: EntryKind,
  values: FormValues,
  place: Place,
): Promise<string | FormError[]> {
  const counter = c.get('counter');
  const locale = c.get('locale');
  const approval = await approved(c, values, place);
  if ('error' in approval) return [approval.error];
  const command = commandOf(kind, approval.values, place);
  if (isAhead(command, counter.today()))
    return [{ field: 'on', text: messagesIn(locale).dayAhead(counter.today()) }];
  const parsed = parseCommand(command);
  if (!parsed.ok) return problemErrors(c, parsed.problems, (path) => fieldOfPath(kind, path));
  const { decision, version } = await enter(counter, signedIn(c.get('user')), parsed.value);
  if (!decision.accepted) {
    const text = explain(decision.refusal, WORDS[locale], counter.ruleSet);
    return [{ field: fieldOfRefusal(kind, decision.refusal), text }];
  }
  const entry = decision.events.length === 0 ? 'again' : String(version);
  return `${accountPath(parsed.value.data.accountId)}?entry=${entry}`;
}
