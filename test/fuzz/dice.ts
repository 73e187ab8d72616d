/** Numbers that decide one after the other; they begin anew where they run out, each time a little otherwise. */
export class Dice {
  readonly #rolls: readonly number[];
  #at = 0;

  constructor(rolls: readonly number[]) {
    this.#rolls = rolls;
  }

  /** A whole number from 0, below `end`. */
  below(end: number): number {
    const round = Math.floor(this.#at / this.#rolls.length);
    const roll = (this.#rolls[this.#at % this.#rolls.length] ?? 0) + round * 7919;
    this.#at += 1;
    return end > 0 ? roll % end : 0;
  }

  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }
}
