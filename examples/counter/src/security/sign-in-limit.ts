import type pg from 'pg';
import { Turns } from '../records/turns.js';
import { limiterIn, waitOf } from './limiter.js';

/** How often a password may be wrong for one name from one place. */
const LIMIT = { points: 5, duration: 15 * 60, keyPrefix: 'sign-in' };

/** How many attempts from one place may wait while another is looked at: some seconds' worth. */
const MOST_WAITING = 40;

/** How many passwords are looked at at once, wherever they come from; each takes a processor and 20 MB for a moment. */
const AT_ONCE = 2;

/** How many more may wait for that: a few seconds' worth. */
const MOST_IN_LINE = 60;

/** Of how many addresses it is remembered how often they were looked at. */
const MOST_REMEMBERED = 10_000;

/**
 * Slows down whoever tries passwords, and nobody else: attempts count by the name together with where they come from. No number of wrong
 * passwords elsewhere keeps anybody out, so passwords have to stand being tried from many places: they are made of 100 random bits.
 */
export interface SignInLimit {
  /** Counts an attempt; the seconds to wait where there were too many. */
  attempt(name: string, from: string): Promise<number | undefined>;
  /**
   * Looks at attempts from one place one after the other, and at few altogether, since each is hard work; nothing where too many are waiting
   * already. Those from a browser or a user that is known come before all others, so that a flood from anywhere holds up strangers alone.
   */
  inTurn<T>(from: string, work: () => Promise<T>): Promise<T | undefined>;
  /** How many attempts are looked at, or wait for that. */
  waiting(): number;
  /** Forgets the attempts of whoever got in. */
  succeeded(name: string, from: string): Promise<void>;
}

/** Counted in this process, or in the database where several processes share one. */
export async function signInLimit(pool?: pg.Pool): Promise<SignInLimit> {
  const limiter = await limiterIn(LIMIT, 'counter_sign_ins', pool);
  const turns = new Turns();
  const lines = new Lines();
  const waiting = new Map<string, number>();
  const key = (name: string, from: string) => `${from} ${name.normalize('NFC').toLowerCase().slice(0, 64)}`;
  return {
    attempt: (name, from) => waitOf(limiter, key(name, from)),
    async inTurn(from, work) {
      const many = waiting.get(from) ?? 0;
      if (many > MOST_WAITING) return undefined;
      waiting.set(from, many + 1);
      try {
        return await turns.take(from, () => lines.take(from, !from.startsWith('address '), work));
      } finally {
        const left = (waiting.get(from) ?? 1) - 1;
        if (left === 0) waiting.delete(from);
        else waiting.set(from, left);
      }
    },
    waiting: () => [...waiting.values()].reduce((all, some) => all + some, 0),
    async succeeded(name, from) {
      await limiter.delete(key(name, from));
    },
  };
}

/** A stranger in the line: from where, and what calls it up, or sends it away. */
type Waiting = { readonly from: string; readonly call: (isItsTurn: boolean) => void };

/**
 * Two lines before the same counter: who is known, and everybody else. Among strangers, whoever was looked at less often comes first, and
 * where the line is full takes the place of whoever was more often: addresses that go on trying keep nobody out who begins.
 */
class Lines {
  private running = 0;
  private readonly known: Waiting[] = [];
  private readonly others: Waiting[] = [];
  /** How often strangers were looked at, by their addresses, since nobody waited last. */
  private readonly looked = new Map<string, number>();

  /** Does the work when it is its turn; nothing where the line is full. */
  async take<T>(from: string, isKnown: boolean, work: () => Promise<T>): Promise<T | undefined> {
    if (this.running < AT_ONCE) this.running += 1;
    else if (!(await this.wait(from, isKnown ? this.known : this.others))) return undefined;
    if (!isKnown) {
      if (this.looked.size >= MOST_REMEMBERED) this.looked.clear();
      this.looked.set(from, this.times(from) + 1);
    }
    try {
      return await work();
    } finally {
      // Whoever is next takes the place over.
      const next = this.known.shift() ?? this.nextStranger();
      if (next === undefined) {
        this.running -= 1;
        this.looked.clear();
      } else next.call(true);
    }
  }

  private times(from: string): number {
    return this.looked.get(from) ?? 0;
  }

  private async wait(from: string, line: Waiting[]): Promise<boolean> {
    if (line.length >= MOST_IN_LINE) {
      const often = line === this.others ? this.oftenest() : undefined;
      if (often === undefined || this.times(often.from) <= this.times(from)) return false;
      line.splice(line.indexOf(often), 1);
      often.call(false);
    }
    return new Promise((resolve) => line.push({ from, call: resolve }));
  }

  /** The last of those who were looked at most often. */
  private oftenest(): Waiting | undefined {
    const most = Math.max(...this.others.map(({ from }) => this.times(from)));
    return this.others.findLast(({ from }) => this.times(from) === most);
  }

  /** The first of those who were looked at least often. */
  private nextStranger(): Waiting | undefined {
    const least = Math.min(...this.others.map(({ from }) => this.times(from)));
    const place = this.others.findIndex(({ from }) => this.times(from) === least);
    return place < 0 ? undefined : this.others.splice(place, 1)[0];
  }
}
