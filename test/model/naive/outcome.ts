/** What becomes of a command. */
export type Outcome =
  | {
      readonly result: 'done';
      /** What the balance moves by: points scored, points corrected, or less what was redeemed. */
      readonly points: number;
      /** Whether something has to be said beside it (5: a handbook not filed in time). */
      readonly warned: boolean;
    }
  /** The same as before, sent again: nothing more happens. */
  | { readonly result: 'again' }
  /** Everything that speaks against it, in no order. */
  | { readonly result: 'no'; readonly why: ReadonlySet<string> };

export const AGAIN: Outcome = { result: 'again' };

export function done(points: number, warned = false): Outcome {
  return { result: 'done', points, warned };
}

/** Collects what speaks against a command. */
export class Objections {
  readonly why: Set<string> = new Set();

  /** Notes one where it holds. */
  when(holds: boolean, code: string): void {
    if (holds) this.why.add(code);
  }

  get any(): boolean {
    return this.why.size > 0;
  }

  get outcome(): Outcome {
    return { result: 'no', why: this.why };
  }
}
