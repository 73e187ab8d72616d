import type { BankEvent, Command } from 'points-bank';
import { type Answer, Clerk, type Order, type Work } from './clerks.js';

/** Orders that a clerk has at hand beyond those it works on, so that it never waits for more. */
const AHEAD = 16;

/** Feeds a clerk with commands, remembers what it acknowledged, and sends again what it did not answer before it was gone. */
export class Desk {
  /** Events that were told as new, in the order of the answers. */
  readonly acknowledged: BankEvent[] = [];
  /** Commands that were said to be accepted: what they ask for has to be there, whether it is from this time or from one before. */
  readonly accepted: Command[] = [];
  /** What went wrong, such as a connection that broke: those commands are sent again. */
  failures = 0;
  /** Commands that were under way when a clerk was killed. */
  unanswered = 0;
  private readonly commands: Iterator<Command, never>;
  private readonly open = new Map<number, Order>();
  private again: Order[] = [];
  private clerk: Clerk | undefined;
  private answers = 0;
  private awaited: { count: number; then: () => void } | undefined;
  private next = 0;

  constructor(commands: Iterator<Command, never>) {
    this.commands = commands;
  }

  /** A new clerk at work on the store. */
  async hire(work: Work): Promise<void> {
    this.clerk = await Clerk.start(work, (answer) => this.hear(answer));
    await this.clerk.opened();
    while (this.open.size < work.atOnce + AHEAD) this.order();
  }

  /** Until so many more commands were answered. @throws where the clerk ends before */
  async answered(count: number): Promise<void> {
    const answered = new Promise<void>((then) => {
      this.awaited = { count: this.answers + count, then };
    });
    await Promise.race([answered, this.clerk?.endedEarly()]);
  }

  /** Kills the clerk, wherever it is. */
  async kill(): Promise<void> {
    await this.clerk?.kill();
    this.clerk = undefined;
    this.unanswered += this.open.size;
    this.again.push(...this.open.values());
    this.open.clear();
  }

  /** No more orders; the clerk does what it has and ends. */
  async close(): Promise<void> {
    const clerk = this.clerk;
    this.clerk = undefined;
    await clerk?.finish();
  }

  private order(): void {
    const order = this.again.shift() ?? { id: this.next++, command: this.commands.next().value };
    this.open.set(order.id, order);
    this.clerk?.send(order);
  }

  private hear(answer: Exclude<Answer, { ready: true }>): void {
    const order = this.open.get(answer.id);
    if (order === undefined) return;
    this.open.delete(answer.id);
    if ('failed' in answer) {
      this.failures += 1;
      this.again.push(order);
    } else {
      this.answers += 1;
      if ('events' in answer) {
        this.acknowledged.push(...answer.events);
        this.accepted.push(order.command);
      }
    }
    if (this.clerk !== undefined) this.order();
    if (this.awaited !== undefined && this.answers >= this.awaited.count) {
      const { then } = this.awaited;
      this.awaited = undefined;
      then();
    }
  }
}
