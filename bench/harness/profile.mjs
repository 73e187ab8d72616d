// Where the time of a run goes: each function with its own share, as the engine's sampling profiler sees it.
import { Session } from 'node:inspector/promises';

const MOST = 12;
/** No work of the run: an idle engine, and the profiler itself. */
const OUTSIDE = new Set(['(idle)', '(program)', 'dispatch', 'post']);

/** Runs something once, watched, and answers the functions that took most of it. */
export async function profiled(run) {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 200 });
  await session.post('Profiler.start');
  await run();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  return sharesOf(profile);
}

/** The functions of a profile by their own time, as parts of all time that was not idle. */
export function sharesOf({ nodes, samples, timeDeltas }) {
  const places = new Map(nodes.map(({ id, callFrame }) => [id, placeOf(callFrame)]));
  const times = new Map();
  let all = 0;
  samples.forEach((id, i) => {
    const place = places.get(id);
    if (OUTSIDE.has(place)) return;
    times.set(place, (times.get(place) ?? 0) + timeDeltas[i]);
    all += timeDeltas[i];
  });
  return [...times]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST)
    .map(([where, time]) => ({ where, share: time / all }));
}

/** A function and its file, the folders above the build or the package left out. */
function placeOf({ functionName, url }) {
  const name = functionName === '' ? '(a function)' : functionName;
  const file = url.replace(/^.*\/(?:node_modules|dist)\//, '').replace(/^.*\/bench\//, 'bench/');
  return file === '' ? name : `${name}, ${file}`;
}
