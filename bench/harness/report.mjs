import { sizeOf } from './measure.mjs';
import { ratioOf } from './statistics.mjs';

const WALL = ({ wall }) => wall;
const CPU = ({ cpu }) => cpu;

/** What came of one work: each contender as a ratio, and each target with what it came to. */
export function resultOf(work, measured) {
  const contenders = measured.map((contender) => {
    const first = measured.find(({ name }) => sizeOf(name) === sizeOf(contender.name));
    return {
      name: contender.name,
      against: first.name,
      ...ratioOf(contender.times.map(WALL), first.times.map(WALL)),
      cpu: ratioOf(contender.times.map(CPU), first.times.map(CPU)),
      heap: contender.heap / first.heap,
      rss: contender.rss / first.rss,
      bytes: { heap: contender.heap, rss: contender.rss },
      share: contender.share,
      sum: contender.sum,
    };
  });
  const against = (name, other) => {
    const timesOf = (wanted) => measured.find((contender) => contender.name === wanted)?.times.map(WALL);
    if (timesOf(name) === undefined || timesOf(other) === undefined) return undefined;
    return ratioOf(timesOf(name), timesOf(other)).ratio;
  };
  const ratio = (name) => contenders.find((contender) => contender.name === name)?.ratio;
  const found = { ratio, against };
  const figures = (work.figures?.(found) ?? []).filter(({ value }) => value !== undefined);
  return { contenders, figures, targets: targetsOf(work, found) };
}

/** Each target with what it came to; those of contenders that were not run are left out. */
export function targetsOf({ targets = [] }, found) {
  return targets
    .map(({ what, most, least, of }) => ({ what, most, least, came: of(found) }))
    .filter(({ came }) => came !== undefined && !Number.isNaN(came))
    .map((target) => ({
      ...target,
      met: target.came <= (target.most ?? Infinity) && target.came >= (target.least ?? 0),
    }));
}
