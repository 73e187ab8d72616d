import { HANDBOOK } from '../../data/histories.mjs';
import { checksum } from '../../harness/checksum.mjs';
import { entry, inside } from '../../harness/library.mjs';
import { askedOf } from '../decide/commands.mjs';
import { all } from '../decide/work.mjs';

const COMMANDS = 200_000;
export default {
  title: 'decide 200,000 commands under the first scheme, and under one with every feature',
  contenders: ['first-scheme', 'every-feature'],
  own: ['first-scheme', 'every-feature'],
  async make({ rules }, { quick }) {
    const { createBank } = await entry();
    const { renfa2022 } = await entry('rule-sets');
    const bank = createBank(rules(renfa2022), { handbook: HANDBOOK });
    // Each account is what these rules make of the same commands.
    const pairs = [];
    for (const { events, asked } of await askedOf(quick ? 50 : 500)) {
      const account = await decidedAnew(bank, events);
      for (const command of asked) pairs.push([command, account]);
    }
    const times = COMMANDS * (quick ? 0.1 : 1);
    return {
      run: () => all(bank.decideUnknown, pairs, times),
      // The features are asked of every command, and change no answer.
      sum: () => checksum(pairs.map(([command, account]) => answerOf(bank.decideUnknown(command, account)))),
    };
  },
  targets: [
    {
      what: 'a rule set with every feature against the first scheme',
      most: 3,
      of: ({ against }) => against('every-feature', 'first-scheme'),
    },
  ],
};

async function decidedAnew(bank, events) {
  const { evolve, initialAccount } = await entry();
  const { commandOf } = await inside('account/events/command-of');
  let account = initialAccount;
  for (const event of events) {
    const decision = bank.decideUnknown(commandOf(event), account);
    if (!decision.accepted) throw new Error(`refused: ${decision.refusal.code}`);
    for (const one of decision.events) account = evolve(account, one);
  }
  return account;
}

/** What a command comes to: the points, or the code that it is refused with. */
function answerOf(decision) {
  if (!decision.accepted) return decision.refusal.code;
  return decision.events.map(({ data }) => data.points);
}
