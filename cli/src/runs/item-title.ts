import type { RuleSet, Text } from 'points-bank';

/** The title that the first role with the item gives it; the id itself where the rules do not have the item. */
export function itemTitle(id: string, ruleSet: RuleSet): Text {
  const titles = Object.values(ruleSet.roles).map(({ items }) => items[id]?.title);
  return titles.find((title) => title !== undefined) ?? { '': id };
}

/** The title of a role; the id itself where the rules do not have the role. */
export function roleTitle(id: string, ruleSet: RuleSet): Text {
  return ruleSet.roles[id]?.title ?? { '': id };
}
