// What is decided: commands as a centre enters them, on accounts of sixty entries. Nine in ten are credited; some are sent again, some
// were credited with other content or under another item before, some serve in a post that nobody claimed or at an activity that they
// took part in as well, some report in twice.

import { COMMUNITY, command, HANDBOOK, postsOf } from '../../data/histories.mjs';
import { day, pick, random } from '../../data/random.mjs';
import { histories } from '../../data/write.mjs';
import { entry } from '../../harness/library.mjs';

const ENTRIES = 60;
const COMMANDS_OF_EACH = 40;
const ENTERED_BY = ['CreditActivity', 'ClaimPost', 'ReportIn'];

/** The library's bank, and pairs of a command, as JSON gives it, and the account that it is decided for. */
export async function commands(accounts) {
  const { createBank } = await entry();
  const { renfa2022 } = await entry('rule-sets');
  const pairs = (await askedOf(accounts)).flatMap(({ account, asked }) => asked.map((one) => [one, account]));
  return { bank: createBank(renfa2022, { handbook: HANDBOOK }), renfa2022, pairs };
}

/** So many accounts: the events of each, the account that they fold to, and the commands that it is asked. */
export async function askedOf(accounts) {
  const { fold } = await entry();
  return histories('many-accounts')
    .slice(0, accounts)
    .map((history, i) => {
      const events = history.slice(0, ENTRIES);
      const account = fold(events);
      return { events, account, asked: asked(history, account, random(1000 + i)) };
    });
}

function asked(history, account, next) {
  const entered = history.slice(0, ENTRIES);
  const posts = postsOf(entered);
  const credited = entered.filter(
    ({ type, data }) => type === 'ActivityCredited' && data.entry === 'activity',
  );
  const attended = credited.filter(({ data }) => data.capacity === 'attendance');
  const made = [];
  for (let i = 0; made.length < COMMANDS_OF_EACH; i += 1) {
    const on = day(700 + i - (next() < 0.05 ? 300 : 0));
    const kind = next();
    let one;
    if (kind < 0.03) one = again(pick(next, credited));
    else if (kind < 0.04) one = again(pick(next, credited), { note: '另一件事' });
    else if (kind < 0.05) one = again(pick(next, credited), { item: pick(next, ['affairs', 'other']) });
    else if (kind < 0.06) one = serving(account, on, `serving-${i}`, 'nobody-claimed-it');
    else if (kind < 0.07 && attended.length > 0 && posts.length > 0)
      one = serving(account, on, pick(next, attended).data.matterId, pick(next, posts));
    else one = command(next, account.accountId, account.role, 1000 + i, on, posts);
    if (ENTERED_BY.includes(one.type)) made.push(JSON.parse(JSON.stringify(one)));
  }
  return made;
}

/** The command that led to an event, once more, or with something else in it. */
function again({ data }, change = {}) {
  const { accountId, item, matterId, difficulty, on, by, postId, catalogue, note } = data;
  const entered = { accountId, item, matterId, difficulty, on, by, postId, catalogue, note };
  return { type: 'CreditActivity', data: { ...entered, ...change } };
}

function serving({ accountId }, on, matterId, postId) {
  const by = { office: 'community', communityId: COMMUNITY };
  const data = { accountId, item: 'activity', matterId, difficulty: 'base', on, by, postId };
  return { type: 'CreditActivity', data };
}
