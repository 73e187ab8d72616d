// What a simulation is held against: the very decisions and folds that it makes, and nothing else. The commands were noted before, so
// that nothing is rolled, planned or added up but what the checksum needs; each is decided by the library's bank and folded by the
// library's recipe, on accounts that are changed in place.
import { entry } from '../../harness/library.mjs';
import { runOptions } from './run-options.mjs';

export async function prepare(volunteers) {
  const [{ live }, { worldOf }, { apply }, { initialAccount }] = await Promise.all([
    entry('simulation/live'),
    entry('simulation/world'),
    entry('account/apply'),
    entry(),
  ]);
  const world = worldOf(await runOptions(volunteers));
  const noted = [];
  for (let number = 0; number < volunteers; number += 1) {
    const commands = [];
    live(world, number, (command) => commands.push(command));
    noted.push(commands);
  }
  const { bank } = world;
  return () => {
    const sums = { accounts: 0, accepted: {}, repeated: 0, refused: {} };
    for (const commands of noted) {
      let account = initialAccount;
      for (const command of commands) {
        const decision = bank.decide(command, account);
        count(sums, command, decision);
        if (decision.accepted) for (const event of decision.events) account = apply(account, event);
      }
      if (account.status === 'open') sums.accounts += 1;
    }
    return sums;
  };
}

function count(sums, { type }, decision) {
  if (!decision.accepted) {
    const { code } = decision.refusal;
    sums.refused[code] = (sums.refused[code] ?? 0) + 1;
  } else if (decision.events.length === 0) sums.repeated += 1;
  else sums.accepted[type] = (sums.accepted[type] ?? 0) + 1;
}
