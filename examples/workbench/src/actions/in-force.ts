import { parseHandbook, parseRuleSet } from 'points-bank/schema';
import { takeInForce } from '../rules/rule-sets.js';
import { change } from '../state.js';
import { pickBase } from './draft.js';

type Addresses = { readonly rules: string | undefined; readonly handbook: string | undefined };

/** Starts from the rules and the handbook that the page's site has in force, where it names them; `false` if the rules cannot be read. */
export async function loadInForce({ rules, handbook }: Addresses): Promise<boolean> {
  let areRead = true;
  if (rules !== undefined) {
    const found = parseRuleSet(await json(rules));
    areRead = found.ok;
    if (found.ok) {
      takeInForce(found.value);
      pickBase(null);
    }
  }
  if (handbook !== undefined) {
    const found = parseHandbook(await json(handbook));
    if (found.ok) change({ handbook: found.value });
  }
  return areRead;
}

async function json(address: string): Promise<unknown> {
  try {
    const response = await fetch(address, { credentials: 'same-origin' });
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}
