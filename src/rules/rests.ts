import { deepFreeze } from '../values/json.js';
import { type ReadingsRested, readingsIndex } from './readings.js';
import type { RuleSet } from './rule-set.js';

/** The readings that decisions rest on, each set of them made once, so that most decisions make none. */
export type Rests = {
  /** The readings that govern these parts of the rule set, each a dotted path. What they come to is kept, so they have to be few. */
  readonly rests: (...parts: string[]) => ReadingsRested;
  /** The same for one part of which the command has given the name: nothing is kept of it. */
  readonly restsOnNamed: (part: string) => ReadingsRested;
  /** The readings of two sets that came from here. */
  readonly also: (some: ReadingsRested, others: ReadingsRested) => ReadingsRested;
};

/** No readings: the one set without any. */
export const NOTHING: ReadingsRested = Object.freeze({});

/** Makes the readings of a rule set ready for deciding. */
export function restsOf(ruleSet: RuleSet): Rests {
  const index = readingsIndex(ruleSet);
  const ofParts = new Map<string, ReadingsRested>();
  const sets = new Map<string, ReadingsRested>();
  const unions = new Map<ReadingsRested, Map<ReadingsRested, ReadingsRested>>();

  // There is one set for the same readings, so that sets can be told by what they are.
  const kept = (rested: ReadingsRested): ReadingsRested => {
    const ids = Object.keys(rested);
    if (ids.length === 0) return NOTHING;
    const key = ids.join(' ');
    const known = sets.get(key);
    if (known === undefined) sets.set(key, rested);
    return known ?? rested;
  };
  const ofPart = (part: string): ReadingsRested => {
    const known = ofParts.get(part);
    if (known !== undefined) return known;
    const rested = kept(index([part]));
    ofParts.set(part, rested);
    return rested;
  };
  const union = (some: ReadingsRested, others: ReadingsRested): ReadingsRested => {
    const ids = Object.keys(ruleSet.readings).filter((id) => id in some || id in others);
    return kept(
      deepFreeze(Object.fromEntries(ids.map((id) => [id, some[id] ?? others[id]])) as ReadingsRested),
    );
  };
  const also = (some: ReadingsRested, others: ReadingsRested): ReadingsRested => {
    if (others === NOTHING || some === others) return some;
    if (some === NOTHING) return others;
    const known = unions.get(some)?.get(others);
    if (known !== undefined) return known;
    const both = union(some, others);
    const ofSome = unions.get(some) ?? new Map<ReadingsRested, ReadingsRested>();
    unions.set(some, ofSome.set(others, both));
    return both;
  };
  return {
    also,
    rests: (...parts) => {
      let rested = NOTHING;
      for (const part of parts) rested = also(rested, ofPart(part));
      return rested;
    },
    restsOnNamed: (part) => index([part]),
  };
}
