import type { FormValues, Place } from '../forms/command-of.js';
import { messagesIn } from '../language/messages.js';
import type { FormError } from '../pages/fields.js';
import type { Web } from '../web/env.js';
import { signedIn } from '../web/guards.js';
import { passwordOf } from '../web/password-of.js';

/**
 * The form with its second person by name, where the rules ask for one: a colleague of the same office who is there and gives the own
 * password, which counts among the attempts to sign in. Whether that person may approve is for the rules to say.
 */
export async function approved(
  c: Web,
  values: FormValues,
  { approval }: Place,
): Promise<{ readonly values: FormValues } | { readonly error: FormError }> {
  if (approval !== true) return { values };
  const say = messagesIn(c.get('locale'));
  const wrong = (text: string) => ({ error: { field: 'approver', text } });
  const name = values.approver?.trim() ?? '';
  if (name === '') return wrong(say.approverMissing);
  const { user, wait } = await passwordOf(c, name, values.approverPassword ?? '');
  if (wait !== undefined) return wrong(say.signInTooOften(Math.ceil(wait / 60)));
  if (user === undefined) return wrong(say.approverWrong);
  const mine = officeAndPlace(signedIn(c.get('user')).person);
  if (officeAndPlace(user.person) !== mine) return wrong(say.approverElsewhere);
  return { values: { ...values, approver: user.name } };
}

const officeAndPlace = (person: object): string => JSON.stringify(Object.entries(person).sort());
