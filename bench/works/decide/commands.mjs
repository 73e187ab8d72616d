// What is decided: commands as a centre enters them, on accounts of sixty entries. Nine in ten are credited; some are sent again, some
// were credited with other content before, some serve in a post that nobody claimed, some report in twice.

import { COMMUNITY, command, HANDBOOK } from '../../data/histories.mjs';
import { day, pick, random } from '../../data/random.mjs';
import { histories } from '../../data/write.mjs';
import { entry } from '../../harness/library.mjs';

const ENTRIES = 60;
const COMMANDS_OF_EACH = 40;
const ENTERED_BY = ['CreditActivity', 'ClaimPost', 'ReportIn'];

/** The library's bank, and pairs of a command, as JSON gives it, and the account that it is decided for. */
export async function commands(accounts) {
  const { createBank, fold } = await entry();
  const { renfa2022 } = await entry('rule-sets');
  const pairs = histories('many-accounts')
    .slice(0, accounts)
    .flatMap((history, i) => {
      const account = fold(history.slice(0, ENTRIES));
      return asked(history, account, random(1000 + i)).map((one) => [one, account]);
    });
  return { bank: createBank(renfa2022, { handbook: HANDBOOK }), renfa2022, pairs };
}

function asked(history, account, next) {
  const credited = history
    .slice(0, ENTRIES)
    .filter(({ type, data }) => type === 'ActivityCredited' && data.entry === 'activity');
  const made = [];
  for (let i = 0; made.length < COMMANDS_OF_EACH; i += 1) {
    const on = day(700 + i - (next() < 0.05 ? 300 : 0));
    const kind = next();
    const one =
      kind < 0.03
        ? again(pick(next, credited))
        : kind < 0.05
          ? { ...again(pick(next, credited), '另一件事') }
          : kind < 0.07
            ? serving(account, on, i)
            : command(next, account.accountId, account.role, 1000 + i, on);
    if (ENTERED_BY.includes(one.type)) made.push(JSON.parse(JSON.stringify(one)));
  }
  return made;
}

/** The command that led to an event, once more; with another note where one is given. */
function again({ data }, note = data.note) {
  const { accountId, item, matterId, difficulty, on, by, catalogue } = data;
  return { type: 'CreditActivity', data: { accountId, item, matterId, difficulty, on, by, catalogue, note } };
}

function serving({ accountId }, on, i) {
  const by = { office: 'community', communityId: COMMUNITY };
  const data = { accountId, item: 'activity', matterId: `serving-${i}`, difficulty: 'base', on, by };
  return { type: 'CreditActivity', data: { ...data, postId: 'nobody-claimed-it' } };
}
