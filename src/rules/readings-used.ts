import { deepFreeze, type Json } from '../values/json.js';
import { pathsOf } from './merge-patch.js';
import type { RuleSet } from './rule-set.js';

/** The readings that a decision used: reading id → the answer chosen. */
export type ReadingsUsed = { readonly [reading: string]: string };

/** The one empty set of readings. */
export const NO_READINGS: ReadingsUsed = /* @__PURE__ */ Object.freeze({});

/** Tells which readings govern which parts of a rule set. */
export type ReadingsIndex = {
  /** The readings that govern any of these parts, each a dotted path of the rule set. */
  readonly readingsOf: (...parts: string[]) => ReadingsUsed;
  /** The readings that govern a part named by a command. Nothing is remembered of it, since anybody may send any name. */
  readonly readingsOfNamed: (part: string) => ReadingsUsed;
  /** All readings of both sets. */
  readonly union: (some: ReadingsUsed, others: ReadingsUsed) => ReadingsUsed;
};

/** Indexes the readings of a rule set. Each set of readings is made once and shared, so that most decisions make none. */
export function indexReadings(ruleSet: RuleSet): ReadingsIndex {
  const governing = governingReadings(ruleSet);
  const byPart = new Map<string, ReadingsUsed>();
  const byIds = new Map<string, ReadingsUsed>();
  const unions = new Map<ReadingsUsed, Map<ReadingsUsed, ReadingsUsed>>();

  const shared = (used: ReadingsUsed): ReadingsUsed => {
    const ids = Object.keys(used);
    if (ids.length === 0) return NO_READINGS;
    const key = ids.join(' ');
    const known = byIds.get(key);
    if (known === undefined) byIds.set(key, used);
    return known ?? used;
  };
  const ofPart = (part: string): ReadingsUsed => {
    const known = byPart.get(part);
    if (known !== undefined) return known;
    const used = shared(governing(part));
    byPart.set(part, used);
    return used;
  };
  const merged = (some: ReadingsUsed, others: ReadingsUsed): ReadingsUsed => {
    const ids = Object.keys(ruleSet.readings).filter((id) => id in some || id in others);
    return shared(
      deepFreeze(Object.fromEntries(ids.map((id) => [id, some[id] ?? others[id]])) as ReadingsUsed),
    );
  };
  const union = (some: ReadingsUsed, others: ReadingsUsed): ReadingsUsed => {
    if (others === NO_READINGS || some === others) return some;
    if (some === NO_READINGS) return others;
    const known = unions.get(some)?.get(others);
    if (known !== undefined) return known;
    const both = merged(some, others);
    const ofSome = unions.get(some) ?? new Map<ReadingsUsed, ReadingsUsed>();
    unions.set(some, ofSome.set(others, both));
    return both;
  };
  return {
    union,
    readingsOf: (...parts) => {
      let used = NO_READINGS;
      for (const part of parts) used = union(used, ofPart(part));
      return used;
    },
    readingsOfNamed: governing,
  };
}

/** A reading governs a part when one of its answers would change the part. */
function governingReadings(ruleSet: RuleSet): (part: string) => ReadingsUsed {
  const governed = Object.entries(ruleSet.readings).map(([id, reading]) => ({
    id,
    chosen: reading.chosen,
    paths: Object.values(reading.answers).flatMap((answer) => pathsOf(answer.patch as Json)),
  }));
  return (part) => {
    const used = governed.filter(({ paths }) => paths.some((path) => overlaps(path, part)));
    return deepFreeze(Object.fromEntries(used.map(({ id, chosen }) => [id, chosen])));
  };
}

/** Whether one dotted path is the other, or leads to it. */
function overlaps(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);
}
