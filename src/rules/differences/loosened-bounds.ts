import type { Text } from '../../values/text.js';
import type { Clause } from '../clause.js';
import { readings, withReading } from '../readings.js';
import type { RuleSet } from '../rule-set.js';
import { type Loosened, loosened } from './bounds.js';

/** An answer to an open question under which a bound is not loosened, or may be. */
export type SettlingAnswer = {
  /** Whether it allows the looser part, as an answer of the base, or takes it back, as one of the other rule set. */
  readonly how: 'allows' | 'takes-back';
  readonly reading: string;
  readonly answer: string;
  readonly clause: Clause;
  readonly question: Text;
  /** The answer in words. */
  readonly title: Text;
};

/** A loosened bound, with the answers that would settle it; none where only other rules would. */
export type LoosenedBound = Loosened & { readonly answers: readonly SettlingAnswer[] };

/** Where `derived` is looser than the bounds of `base`, and which other answer to an open question of either would settle each place. */
export function loosenedBounds(base: RuleSet, derived: RuleSet): LoosenedBound[] {
  const places = loosened(base, derived);
  if (places.length === 0) return [];
  const otherAnswers = [
    ...settlingAnswers('allows', base, (read) =>
      read.bounds.looser === 'allowed' && base.bounds.looser === 'refused' ? [] : loosened(read, derived),
    ),
    ...settlingAnswers('takes-back', derived, (read) => loosened(base, read)),
  ];
  return places.map((place) => ({
    ...place,
    answers: otherAnswers.flatMap(({ left, settling }) =>
      left.some(({ bound, path }) => bound === place.bound && path === place.path) ? [] : [settling],
    ),
  }));
}

/** Every other answer of some rules, with the places that it leaves. */
function settlingAnswers(
  how: SettlingAnswer['how'],
  rules: RuleSet,
  leaves: (read: RuleSet) => readonly Loosened[],
): { readonly left: readonly Loosened[]; readonly settling: SettlingAnswer }[] {
  return readings(rules).flatMap(({ id, clause, question, chosen, answers }) =>
    Object.entries(answers)
      .filter(([answer]) => answer !== chosen)
      .map(([answer, { title }]) => ({
        left: leaves(withReading(rules, id, answer)),
        settling: { how, reading: id, answer, clause, question, title },
      })),
  );
}
