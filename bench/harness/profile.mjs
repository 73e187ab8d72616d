// Where the time of a run goes: each function with its own share, as the engine's sampling profiler sees it.
import { existsSync, readFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';

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

/** A function and its file, the folders above the source or the package left out. */
function placeOf({ functionName, url, lineNumber, columnNumber }) {
  const name = functionName === '' ? '(a function)' : functionName;
  const source = sourceOf(url, lineNumber, columnNumber) ?? url;
  const file = source.replace(/^.*\/(?:node_modules|dist|src)\//, '').replace(/^.*\/bench\//, 'bench/');
  return file === '' ? name : `${name}, ${file}`;
}

const maps = new Map();

/** The file that a place was built from, where the build says so beside it. */
function sourceOf(url, line, column) {
  if (!url.startsWith('file:')) return undefined;
  if (!maps.has(url)) {
    const path = `${fileURLToPath(url)}.map`;
    maps.set(url, existsSync(path) ? new SourceMap(JSON.parse(readFileSync(path, 'utf8'))) : undefined);
  }
  return maps.get(url)?.findEntry(line, column).originalSource;
}
