/** Answers the id of a letter and a number. */
export type Names = (letter: string, number: number) => string;

/**
 * Ids that all volunteers of a run share: their accounts are apart, and to make and to hash a text anew for each takes as long as
 * many a rule.
 */
export function names(): Names {
  const made = new Map<string, string[]>();
  return (letter, number) => {
    let list = made.get(letter);
    if (list === undefined) {
      list = [];
      made.set(letter, list);
    }
    for (let next = list.length; next <= number; next += 1) list.push(letter + next);
    return list[number] as string;
  };
}
