// What a simulation is held against: the very decisions and folds that it makes, and nothing else. The commands were noted before, so
// that nothing is rolled, planned or added up but what the checksum needs; each is decided by the library's bank and folded by the
// recipe written by hand, on accounts that are changed in place.
import { entry, inside } from '../../harness/library.mjs';
import { opened, step } from '../fold/limit.mjs';
import { runOptions } from './run-options.mjs';

export async function prepare(volunteers) {
  const { createBank, initialAccount } = await entry();
  const options = await runOptions(volunteers);
  const noted = await commandsOf(options, volunteers);
  const bank = createBank(options.ruleSet, { handbook: options.handbook });
  return () => {
    const sums = { accounts: 0, accepted: {}, repeated: 0, refused: {} };
    for (const commands of noted) {
      let account = initialAccount;
      for (const command of commands) {
        const decision = bank.decideUnknown(command, account);
        count(sums, command, decision);
        if (decision.accepted) for (const event of decision.events) account = folded(account, event);
      }
      if (account.status === 'open') sums.accounts += 1;
    }
    return sums;
  };
}

/** The commands of each volunteer of a run, in their order, those among them that are refused. */
async function commandsOf(options, volunteers) {
  const { prepareRun, runVolunteer } = await inside(
    'simulation/run/run-setup',
    'simulation/run/run-volunteer',
  );
  const setup = prepareRun(options);
  return Array.from({ length: volunteers }, (_, number) => {
    const commands = [];
    runVolunteer(setup, number, (command) => commands.push(command));
    // As a host sends them.
    return JSON.parse(JSON.stringify(commands));
  });
}

function folded(account, event) {
  if (event.type === 'AccountOpened') return opened(event.data);
  step(account, event);
  return account;
}

function count(sums, { type }, decision) {
  if (!decision.accepted) {
    const { code } = decision.refusal;
    sums.refused[code] = (sums.refused[code] ?? 0) + 1;
  } else if (decision.events.length === 0) sums.repeated += 1;
  else sums.accepted[type] = (sums.accepted[type] ?? 0) + 1;
}
