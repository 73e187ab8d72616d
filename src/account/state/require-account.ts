import { isRecord } from '../../values/json.js';

/** Thrown where something else is given than an account: `undefined`, a promise of one, an event. */
export class NotAnAccountError extends TypeError {
  override readonly name = 'NotAnAccountError';

  constructor(given: unknown) {
    super(`an account has to be one that fold, evolve or initialAccount gave, not ${kindOf(given)}`);
  }
}

/** Throws for anything that does not have what tells an account from whatever else a host may hold. */
export function requireAccount(given: unknown): void {
  if (!isAccount(given)) throw new NotAnAccountError(given);
}

/** Lists that every account has: what lacks them was not folded. */
const LISTS = ['redemptions', 'bars', 'pending', 'reportIns', 'raisedOn', 'loweredOn', 'redeemedOn'] as const;

function isAccount(given: unknown): boolean {
  if (!isRecord(given)) return false;
  if (given.status === 'unopened') return true;
  return (
    (given.status === 'open' || given.status === 'closed') &&
    typeof given.accountId === 'string' &&
    isRecord(given.items) &&
    LISTS.every((name) => Array.isArray(given[name]))
  );
}

function kindOf(given: unknown): string {
  if (given === null) return 'null';
  return isRecord(given) ? 'another object' : typeof given;
}
