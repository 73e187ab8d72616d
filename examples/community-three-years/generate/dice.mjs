import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Everything that chance decides in the made-up ledger, from one seed: whole numbers only, so that every machine agrees. */
export function dice(seed) {
  const generator = xoroshiro128plus(seed);
  const between = (least, most) => uniformInt(generator, least, most);
  const pick = (list) => list[between(0, list.length - 1)];
  return {
    /** A whole number, both ends included. */
    between,
    /** One member of a list. */
    pick,
    /** True in so many of a hundred cases. */
    chance: (hundredths) => between(1, 100) <= hundredths,
    /** So many members of a list, none twice, in the list's order; all of them where there are fewer. */
    sample(list, count) {
      const left = list.map((_, index) => index);
      const taken = [];
      while (taken.length < count && left.length > 0) {
        taken.push(...left.splice(between(0, left.length - 1), 1));
      }
      return taken.sort((a, b) => a - b).map((index) => list[index]);
    },
  };
}
