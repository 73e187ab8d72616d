import { sizeOf } from './measure.mjs';
import { ratioOf } from './statistics.mjs';

/**
 * What came of one work: each contender as a ratio, and each target with what it came to.
 *
 * @param by - the time that counts: `wall`, or `cpu`, the processor's time, which others on the same machine disturb less and which
 *   takes in what collects garbage on other threads
 */
export function resultOf(work, measured, by = 'wall') {
  const timesOf = (name, clock = by) =>
    measured.find((contender) => contender.name === name)?.times.map((time) => time[clock]);
  const contenders = measured.map((contender) => rowOf(contender, measured, by));
  const against = (name, other) => {
    if (timesOf(name) === undefined || timesOf(other) === undefined) return undefined;
    return ratioOf(timesOf(name), timesOf(other)).ratio;
  };
  const ratio = (name) => contenders.find((contender) => contender.name === name)?.ratio;
  const found = { ratio, against };
  const figures = (work.figures?.(found) ?? []).filter(({ value }) => value !== undefined);
  return { contenders, figures, targets: targetsOf(work, found) };
}

function rowOf({ name, times, heap, rss, share, sum, profile }, measured, by) {
  const first = measured.find((other) => sizeOf(other.name) === sizeOf(name));
  const clock = (of) => ratioOf(ofClock(times, of), ofClock(first.times, of));
  return {
    name,
    against: first.name,
    ...clock(by),
    wall: clock('wall'),
    cpu: clock('cpu'),
    heap: heap / first.heap,
    rss: rss / first.rss,
    bytes: { heap, rss },
    share,
    sum,
    ...(profile && { profile }),
  };
}

function ofClock(times, clock) {
  return times.map((time) => time[clock]);
}

/** What a target came to, which has to be a number. */
function figure(what, came) {
  if (came === undefined || Number.isFinite(came)) return came;
  throw new Error(`'${what}' came to ${came}`);
}

/** Each target with what it came to; those of contenders that were not run are left out. */
export function targetsOf({ targets = [] }, found) {
  return targets
    .map(({ what, most, least, of }) => ({ what, most, least, came: figure(what, of(found)) }))
    .filter(({ came }) => came !== undefined)
    .map((target) => ({
      ...target,
      met: target.came <= (target.most ?? Infinity) && target.came >= (target.least ?? 0),
    }));
}
