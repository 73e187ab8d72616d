import type { ItemRule } from '../../rules/rule-set.js';
import { text } from '../../values/text.js';
import { eachScored, itemRuleOf, type Law, unequal } from '../law.js';

/** The points of an entry before limits, computed in fractions of a unit and not as the library does. */
export function expectedScore(
  { scoring }: Pick<ItemRule, 'scoring'>,
  data: { readonly difficulty?: string; readonly quantity?: number },
): number | undefined {
  if (scoring.by === 'fixed') return scoring.points;
  if (scoring.by === 'difficulty') return scoring.points[data.difficulty ?? ''];
  const units = Math.min(data.quantity ?? 0, scoring.maximum ?? Number.POSITIVE_INFINITY) / scoring.each;
  // Decimals of hours are not exact in binary, so a quotient very close to a whole number is that number.
  const whole = Math.abs(units - Math.round(units)) < 1e-9 ? Math.round(units) : units;
  const rounded = { down: Math.floor(whole), up: Math.ceil(whole), nearest: Math.floor(whole + 0.5) }[
    scoring.rounding
  ];
  return rounded * scoring.points;
}

/** The law of points. */
export const SCORING_LAWS: readonly Law[] = [
  {
    name: 'points-by-rule',
    clause: ({ clauses }) => clauses.entries,
    title: text('每一事项按其规则计分', 'every entry scores by the rule of its item'),
    broken: (run) =>
      eachScored(run, ({ role, id }, event) => {
        const rule = itemRuleOf(role, event);
        if (rule === undefined)
          return `${id} was credited under '${event.data.item}', which its role does not have`;
        return unequal(
          `the score of '${event.data.item}' on ${event.data.on}`,
          event.data.scored,
          expectedScore(rule, event.data),
        );
      }),
  },
];
