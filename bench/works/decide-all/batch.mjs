// The library's batch.
import { entry } from '../../harness/library.mjs';

const { decideAll } = await entry();

export function decided(bank, commands, accounts) {
  const { decisions, accounts: after } = decideAll(bank, commands, accounts);
  return { decisions, after };
}
