/** Answers the id of a letter and a number. */
export type Names = (letter: string, number: number) => string;

/** Ids that all volunteers of a run share: each is made once, since accounts are apart and a new text for each costs more than the rules it is put to. */
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
