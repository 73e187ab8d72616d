import type { BankEvent } from 'points-bank';
import { LISTED } from './parts.js';

/** Who entered how much. */
export type Person = {
  readonly name: string;
  readonly entries: number;
  readonly corrections: number;
  readonly reversals: number;
};

/** The entries of a period by who entered them, and the latest of them. Entries come in any order, and only those that are listed are kept. */
export class EntryList {
  private readonly of: { readonly from: string; readonly to: string; readonly who?: string | undefined };
  private readonly byName = new Map<string, Person>();
  private readonly everybodys = new Latest();
  private readonly own = new Latest();

  constructor(of: EntryList['of']) {
    this.of = of;
  }

  add(event: BankEvent): void {
    const { from, to, who } = this.of;
    const { on } = event.data;
    if (on < from || to < on) return;
    const name = enteredBy(event);
    const { entries, corrections, reversals } = this.byName.get(name) ?? NOTHING;
    const isCorrection = event.type === 'ScoreCorrected';
    const isReversal = event.type === 'EntryReversed';
    this.byName.set(name, {
      name,
      entries: entries + (isCorrection || isReversal ? 0 : 1),
      corrections: corrections + (isCorrection ? 1 : 0),
      reversals: reversals + (isReversal ? 1 : 0),
    });
    this.everybodys.add(event);
    if (name === who) this.own.add(event);
  }

  get persons(): readonly Person[] {
    return [...this.byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Whose entries are listed; everybody's where whoever was asked for entered nothing. */
  get who(): string | undefined {
    const { who } = this.of;
    return who !== undefined && this.byName.has(who) ? who : undefined;
  }

  /** The latest of them first, and how many there are in all. */
  get latest(): { readonly rows: readonly BankEvent[]; readonly of: number } {
    return this.who === undefined ? this.everybodys : this.own;
  }
}

const NOTHING = { entries: 0, corrections: 0, reversals: 0 };

export const enteredBy = ({ metadata }: BankEvent): string =>
  typeof metadata?.enteredBy === 'string' ? metadata.enteredBy : '';

class Latest {
  of = 0;
  private kept: BankEvent[] = [];

  add(event: BankEvent): void {
    this.of += 1;
    this.kept.push(event);
    if (this.kept.length > 2 * LISTED) this.kept = this.rows.slice(0, LISTED).reverse();
  }

  get rows(): readonly BankEvent[] {
    return [...this.kept].reverse().sort((a, b) => byMoment(b, a));
  }
}

/** When an event came in, as far as that is known; its day otherwise. */
function momentOf({ data, metadata }: BankEvent): string {
  return typeof metadata?.receivedAt === 'string' ? metadata.receivedAt : data.on;
}

function byMoment(a: BankEvent, b: BankEvent): number {
  const [one, other] = [momentOf(a), momentOf(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}
