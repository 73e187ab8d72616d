/** Numbers from 0 up to 1, always the same ones for a seed (mulberry32). */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** One of a list. */
export function pick(next, list) {
  return list[Math.floor(next() * list.length)];
}

/** The day `days` after 1 January 2023. */
export function day(days) {
  return new Date(Date.UTC(2023, 0, 1 + days)).toISOString().slice(0, 10);
}
