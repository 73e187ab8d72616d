import type { Context } from '../program/command.js';
import { EXIT } from '../program/exit.js';

/** Says that the ledger has no such account, which is an answer of "no". */
export function noSuchAccount(accountId: string, { say }: Context): typeof EXIT.no {
  process.stderr.write(say(`台账中没有账户 ${accountId}。\n`, `The ledger has no account ${accountId}.\n`));
  return EXIT.no;
}
