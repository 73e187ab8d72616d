// What a host would write without it: each line is decided for its account, and its event is put onto that account.
import { entry } from '../../harness/library.mjs';

const { evolve, initialAccount } = await entry();

export function decided(bank, commands, accounts) {
  const after = new Map(accounts);
  const decisions = [];
  for (const command of commands) {
    const { accountId } = command.data;
    let account = after.get(accountId) ?? initialAccount;
    const decision = bank.decideUnknown(command, account);
    decisions.push(decision);
    if (!decision.accepted) continue;
    for (const event of decision.events) account = evolve(account, event);
    after.set(accountId, account);
  }
  return { decisions, after };
}
