import { UnusableError } from './exit.js';
import type { Say } from './locale.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The arguments and options that the user gave, read as what each is. */
export class Given {
  readonly #arguments: readonly (string | undefined)[];
  readonly #options: { readonly [name: string]: unknown };
  readonly #say: Say;

  constructor(
    args: readonly (string | undefined)[],
    options: { readonly [name: string]: unknown },
    say: Say,
  ) {
    this.#arguments = args;
    this.#options = options;
    this.#say = say;
  }

  /** A required argument, by its place. */
  argument(place: number): string {
    return this.#arguments[place] as string;
  }

  /** Whether a flag was given. */
  has(name: string): boolean {
    return this.#options[name] === true;
  }

  /** The text of an option. */
  text(name: string): string | undefined {
    return this.#options[name] as string | undefined;
  }

  /** All values of an option that can be repeated. */
  texts(name: string): readonly string[] {
    return (this.#options[name] as readonly string[] | undefined) ?? [];
  }

  /** The day of an option. */
  day(name: string): string | undefined {
    const day = this.text(name);
    if (day === undefined || isDay(day)) return day;
    throw new UnusableError(
      this.#say(
        `${flagOf(name)} 应为存在的日期（年-月-日）：${day}`,
        `${flagOf(name)} has to be a day that exists, written YYYY-MM-DD: ${day}`,
      ),
    );
  }

  /** The first and the last day of a period, which do not go backwards. Both options are required. */
  period(): { readonly from: string; readonly to: string } {
    const [from, to] = [this.day('from') as string, this.day('to') as string];
    if (from <= to) return { from, to };
    throw new UnusableError(
      this.#say(`期间的末日 ${to} 早于首日 ${from}`, `the period ends on ${to}, before it starts on ${from}`),
    );
  }

  /** The whole number of an option, within bounds. */
  whole(name: string, least: number, most: number = Number.MAX_SAFE_INTEGER): number | undefined {
    const written = this.text(name);
    if (written === undefined) return undefined;
    const value = Number(written);
    if (/^\d+$/.test(written) && value >= least && value <= most) return value;
    throw new UnusableError(
      this.#say(
        `${flagOf(name)} 应为 ${least} 至 ${most} 的整数：${written}`,
        `${flagOf(name)} has to be a whole number from ${least} to ${most}: ${written}`,
      ),
    );
  }
}

/** An option's name as it is written: `knownOn` is `--known-on`. */
function flagOf(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

function isDay(written: string): boolean {
  if (!DAY.test(written) || written < '1900') return false;
  const time = Date.parse(`${written}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(written);
}
