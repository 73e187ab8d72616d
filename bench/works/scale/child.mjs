// One run of one size in a process of its own: `node child.mjs <what> <accounts>`. Each account has ten events, which are made as they are
// asked for and let go of, so that only what the library keeps grows.
import { renamed } from '../../data/community.mjs';
import { histories } from '../../data/write.mjs';
import { entry } from '../../harness/library.mjs';
import { runOptions } from '../simulate/run-options.mjs';

const [what, size] = process.argv.slice(2);
const EVENTS = 10;
/** The accounts of a community, where each makes a report of its own. */
const COMMUNITY = 2000;

const known = histories('many-accounts').map((history) => history.slice(0, EVENTS));
const library = await entry();
const reports = await entry('reports');
const { renfa2022 } = await entry('rule-sets');
const { compareRuleSets, simulate } = await entry('simulation');
const year = { from: '2024-01-01', to: '2024-12-31' };

function* historiesOf(accounts, first = 0) {
  for (let i = first; i < first + accounts; i += 1) {
    yield known[i % known.length].map((event) => renamed(event, Math.floor(i / known.length)));
  }
}

function* eventsOf(accounts, first) {
  for (const history of historiesOf(accounts, first)) yield* history;
}

function reduced({ empty, add, finish }, accounts, first) {
  const state = empty();
  for (const event of eventsOf(accounts, first)) add(state, event);
  return finish(state);
}

const runs = {
  fold: (accounts) => library.foldAccounts(eventsOf(accounts)),
  'register by community': (accounts) => {
    let outstanding = 0;
    for (let first = 0; first < accounts; first += COMMUNITY) {
      const own = Math.min(COMMUNITY, accounts - first);
      outstanding += reduced(reports.registerReducer({ on: year.to }), own, first).totals.redeemable;
    }
    return outstanding;
  },
  register: (accounts) => reduced(reports.registerReducer({ on: year.to }), accounts),
  feedback: (accounts) => reduced(reports.feedbacksReducer(2024), accounts),
  anomalies: (accounts) => reduced(reports.anomaliesReducer(year), accounts),
  compareRuleSets: (accounts) =>
    compareRuleSets(
      historiesOf(accounts),
      renfa2022,
      library.withReading(renfa2022, 'claim-cap-window', 'calendar-year'),
    ),
};
if (what === 'simulate') {
  const options = new Map();
  for (const volunteers of [200, Number(size)]) options.set(volunteers, await runOptions(volunteers));
  runs.simulate = (volunteers) => simulate(options.get(volunteers));
}

// The engine is warm before the clock runs, so that a small size does not pay for what a large one has long forgotten.
runs[what](what === 'simulate' ? 200 : Math.min(5000, Number(size)));
const repeats = Math.max(1, Math.round(5000 / Number(size)));
globalThis.gc();
const before = process.cpuUsage();
const start = performance.now();
for (let i = 0; i < repeats; i += 1) runs[what](Number(size));
const wall = (performance.now() - start) / repeats;
const { user, system } = process.cpuUsage(before);
process.send({ wall, cpu: (user + system) / 1000 / repeats });
