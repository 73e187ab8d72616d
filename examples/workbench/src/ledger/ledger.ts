import type { BankEvent } from 'points-bank';
import { type Problem, parseEvent } from 'points-bank/schema';
import { enReports, explain, zhCNReports } from 'points-bank/words';
import { type Text, text } from '../words.js';

/** A line that is not an event, and why. */
export type BadLine = { readonly line: number; readonly why: Text };

/** What a ledger holds, in figures. */
export type LedgerSummary = {
  readonly accounts: number;
  readonly events: number;
  readonly from: string;
  readonly to: string;
  /** The rule sets that its entries were decided by. */
  readonly ruleSets: readonly string[];
  readonly badLines: number;
  /** The first of them. */
  readonly bad: readonly BadLine[];
  /** Accounts left out since one of their lines cannot be read: a part of a history says nothing. */
  readonly leftOut: number;
};

/** The most lines that are told of. */
const MOST_TOLD = 20;

/** A ledger while it is read, line by line. */
export class LedgerReading {
  readonly #histories = new Map<string, BankEvent[]>();
  readonly #broken = new Set<string>();
  readonly #bad: BadLine[] = [];
  #badLines = 0;
  #line = 0;

  /** Takes a line of JSON; an empty one is passed over. */
  add(written: string): void {
    this.#line += 1;
    if (written.trim() === '') return;
    let row: unknown;
    try {
      row = JSON.parse(written);
    } catch {
      this.#refuse(text('不是 JSON', 'is not JSON'), undefined);
      return;
    }
    const parsed = parseEvent(row);
    if (parsed.ok) this.take(parsed.value);
    else this.#refuse(whyOf(parsed.problems[0]), row);
  }

  /** Takes an event that needs no reading. */
  take(event: BankEvent): void {
    const { accountId } = event.data;
    const history = this.#histories.get(accountId);
    if (history === undefined) this.#histories.set(accountId, [event]);
    else history.push(event);
  }

  /** The histories that are whole. */
  histories(): readonly (readonly BankEvent[])[] {
    return [...this.#histories].filter(([id]) => !this.#broken.has(id)).map(([, events]) => events);
  }

  summary(): LedgerSummary {
    const histories = this.histories();
    const seen = { from: '9999-12-31', to: '', events: 0, ruleSets: new Set<string>() };
    for (const { data } of histories.flat()) {
      seen.events += 1;
      if (data.on < seen.from) seen.from = data.on;
      if (data.on > seen.to) seen.to = data.on;
      seen.ruleSets.add(data.ruleSet.id);
    }
    return {
      accounts: histories.length,
      events: seen.events,
      from: seen.from,
      to: seen.to,
      ruleSets: [...seen.ruleSets].sort(),
      badLines: this.#badLines,
      bad: this.#bad,
      leftOut: this.#broken.size,
    };
  }

  #refuse(why: Text, row: unknown): void {
    this.#badLines += 1;
    if (this.#bad.length < MOST_TOLD) this.#bad.push({ line: this.#line, why });
    const id = accountOf(row);
    if (id !== undefined) this.#broken.add(id);
  }
}

function whyOf(problem: Problem | undefined): Text {
  if (problem === undefined) return text('不是事件', 'is not an event');
  const { path } = problem;
  const [zh, english] = [explain(problem, zhCNReports), explain(problem, enReports)];
  return path === '' ? text(zh, english) : text(`${path}：${zh}`, `${path} ${english}`);
}

function accountOf(row: unknown): string | undefined {
  const id = (row as { data?: { accountId?: unknown } } | null)?.data?.accountId;
  return typeof id === 'string' ? id : undefined;
}
