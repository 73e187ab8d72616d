// What reports cost by the event and by the account, and what that comes to for a city: `node bench/scale.mjs`, about a minute. Times are of the
// processor and the best of some rounds, in one thread; bytes are of JSON as it is stored.
import { community } from './data/community.mjs';
import { writeData } from './data/write.mjs';
import { entry } from './harness/library.mjs';

const EVENTS = 200_000;
const ROUNDS = 5;
const CITY = { accounts: 1e7, events: 1e9 };

await writeData((line) => process.stderr.write(`${line}\n`));
const reports = await entry('reports');
const { luohe } = await entry('rule-sets');
const events = community(EVENTS);
const stored = events.map((event) => JSON.stringify(event));
const accounts = new Set(events.map(({ data }) => data.accountId)).size;
const year = { from: '2024-01-01', to: '2024-12-31' };

const works = {
  register: {
    whole: () => reports.communityRegister(events, { on: year.to }),
    reducer: reports.registerReducer({ on: year.to }),
  },
  feedback: { whole: () => reports.annualFeedbacks(events, 2024), reducer: reports.feedbacksReducer(2024) },
  anomalies: { whole: () => reports.findAnomalies(events, year), reducer: reports.anomaliesReducer(year) },
  recognition: {
    whole: () => reports.recognitions(events, luohe, { on: year.to }),
    reducer: reports.recognitionsReducer(luohe, { on: year.to }),
  },
};

const parsed = best(() => {
  for (const text of stored) JSON.parse(text);
});
const bytes = stored.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / EVENTS;
console.log(
  `${EVENTS} events of ${accounts} accounts; an event is ${bytes.toFixed(0)} bytes, and ${microseconds(parsed)} µs to parse\n`,
);
console.log(
  '| report | in one piece, µs an event | add, µs an event | finish, µs an event | state, bytes an event | state, kB an account | city, core-hours |',
);
console.log('|---|---|---|---|---|---|---|');
for (const [name, { whole, reducer }] of Object.entries(works)) {
  let state = reducer.empty();
  const added = best(() => {
    state = events.reduce(reducer.add, reducer.empty());
  });
  const text = Buffer.byteLength(JSON.stringify(state));
  const finished = best(() => reducer.finish(state));
  const inOnePiece = best(whole);
  const coreHours = ((parsed + added + finished) / EVENTS) * (CITY.events / 3600e6);
  const cells = [
    name,
    microseconds(inOnePiece),
    microseconds(added),
    microseconds(finished),
    (text / EVENTS).toFixed(0),
    (text / accounts / 1000).toFixed(1),
    coreHours.toFixed(1),
  ];
  console.log(`| ${cells.join(' | ')} |`);
}

/** The least time of some rounds, in microseconds of the processor. */
function best(work) {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(started);
    least = Math.min(least, user + system);
  }
  return least;
}

function microseconds(time) {
  return (time / EVENTS).toFixed(1);
}
