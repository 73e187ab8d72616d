import type { Keeps, RuleSet } from '../../../rules/rule-set.js';
import { type DayNumber, dayAfter } from '../../../values/calendar.js';
import { goodThrough, idleThrough, kept, keptThrough, NO_END } from './carry-over.js';
import type { DayMoves } from './moves.js';

/** Points of one day, and the last day on which they are good by their age, once that was asked for. */
type Lot = {
  readonly earnedOn: DayNumber;
  goodThrough?: DayNumber;
  points: number;
  /** What was spent of them, before they were earned or since. */
  spent: number;
};

/** Is called with points that lapsed, and the first day without them. */
export type OnLapse = (points: number, on: DayNumber) => void;

/** The points of an account, the oldest first. Days come in their order; what is spent, cut or lapses takes the oldest. */
export class Lots {
  readonly #ruleSet: RuleSet;
  readonly #onLapse: OnLapse | undefined;
  readonly #lots: Lot[] = [];
  /** The oldest lot that still holds points. */
  #first = 0;
  #held = 0;
  /** The end of the next window at which something may lapse. */
  #keptThrough = NO_END;
  /** The last day on which everything is still good without another entry. */
  #idleThrough = NO_END;
  /** Points spent that nothing covered; what is earned next makes it up. */
  debt = 0;

  constructor(ruleSet: RuleSet, onLapse?: OnLapse) {
    this.#ruleSet = ruleSet;
    this.#onLapse = onLapse;
  }

  /** A day's gains, and then what the day spent. */
  move({ day, entries, gained, spent }: DayMoves): void {
    this.#carryOverTo(day);
    if (entries > 0) this.#idleThrough = idleThrough(day, this.#ruleSet);
    const madeUp = Math.min(gained, this.debt);
    this.debt -= madeUp;
    const points = gained - madeUp;
    if (gained > 0) this.#lots.push({ earnedOn: day, points, spent: madeUp });
    if (points > 0) {
      this.#held += points;
      this.#keptThrough = keptThrough(day, this.#ruleSet);
    }
    this.spend(day, spent);
  }

  spend(day: DayNumber, points: number): void {
    this.#carryOverTo(day);
    this.debt += points - this.#take(points, 'spent');
    this.#keptThrough = keptThrough(day, this.#ruleSet);
  }

  /** What is held on a day; of it what was earned before another day, if one is given. No move may follow of an earlier day. */
  heldOn(day: DayNumber, before: DayNumber = NO_END): number {
    this.#carryOverTo(day);
    let held = 0;
    for (const { earnedOn, points } of this.#lots.slice(this.#first)) if (earnedOn < before) held += points;
    return held - this.debt;
  }

  /** The points of a day and of those after it that were spent. */
  spentFrom(day: DayNumber): number {
    return this.#lots.reduce((sum, { earnedOn, spent }) => (earnedOn < day ? sum : sum + spent), 0);
  }

  /** The earliest day, from a given one on, of whose points some are left. */
  earliestFrom(day: DayNumber): DayNumber | undefined {
    return this.#lots.slice(this.#first).find(({ earnedOn, points }) => earnedOn >= day && points > 0)
      ?.earnedOn;
  }

  /** Lets lapse what was not carried over to a day. */
  #carryOverTo(day: DayNumber): void {
    for (let end = this.#nextEnd(); end < day; end = this.#nextEnd()) {
      const before = this.#held;
      for (
        let lot = this.#oldest();
        lot !== undefined && this.#isGoodThrough(lot) <= end;
        lot = this.#oldest()
      )
        this.#take(lot.points, 'lapsed');
      if (this.#idleThrough <= end) this.#take(this.#held, 'lapsed');
      if (this.#keptThrough <= end) this.#take(this.#held - this.#kept, 'lapsed');
      if (this.#held < before) this.#onLapse?.(before - this.#held, dayAfter(end));
      // What one end of a window leaves whole, the next leaves whole as well.
      this.#keptThrough = this.#held === before ? NO_END : keptThrough(dayAfter(end), this.#ruleSet);
    }
    if (this.#idleThrough < day) this.#idleThrough = NO_END;
  }

  /** Of what is held at the end of a window, what carries over. */
  get #kept(): number {
    return kept(this.#held, this.#ruleSet.redemption.carryOver.keeps as Keeps);
  }

  /** The next day at whose end something may lapse. */
  #nextEnd(): DayNumber {
    const oldest = this.#oldest();
    if (oldest === undefined) return NO_END;
    return Math.min(this.#isGoodThrough(oldest), this.#idleThrough, this.#keptThrough);
  }

  /** Only the oldest points are asked how long they are good. */
  #isGoodThrough(lot: Lot): DayNumber {
    lot.goodThrough ??= goodThrough(lot.earnedOn, this.#ruleSet);
    return lot.goodThrough;
  }

  /** Takes the oldest points, and returns how many there were to take. */
  #take(points: number, what: 'spent' | 'lapsed'): number {
    let left = points;
    for (let lot = this.#oldest(); left > 0 && lot !== undefined; lot = this.#oldest()) {
      const taken = Math.min(left, lot.points);
      lot.points -= taken;
      if (what === 'spent') lot.spent += taken;
      left -= taken;
    }
    this.#held -= points - left;
    return points - left;
  }

  #oldest(): Lot | undefined {
    while (this.#lots[this.#first]?.points === 0) this.#first += 1;
    return this.#lots[this.#first];
  }
}
