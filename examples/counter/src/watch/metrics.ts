import type { Command, Decision } from 'points-bank';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { type CounterStore, Overtaken } from '../store/counter-store.js';
import type { RequestLine } from './log.js';

/** Figures that are asked for when somebody looks. */
export type Levels = {
  /** Open connections of browsers. */
  readonly connections: () => Promise<number>;
  /** Passwords that wait to be looked at. */
  readonly passwordsWaiting: () => number;
};

/** What Prometheus reads: counts and times, and nothing that says whose. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'counter_request_seconds',
    help: 'How long requests took, by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10],
    registers: [this.registry],
  });
  private readonly decisions = new Counter({
    name: 'counter_decisions_total',
    help: 'Commands decided, by what they were and what they came to; of a refusal, its code',
    labelNames: ['command', 'outcome', 'refusal'],
    registers: [this.registry],
  });
  private readonly overtaken = new Counter({
    name: 'counter_overtaken_total',
    help: 'Commands that were given up because others came first each time',
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** Everything as text. */
  text(): Promise<string> {
    return this.registry.metrics();
  }

  request({ method, route, status, ms }: RequestLine): void {
    this.requests.observe({ method, route, status }, ms / 1000);
  }

  /** Has the levels asked for whenever somebody looks. */
  watch({ connections, passwordsWaiting }: Levels): void {
    new Gauge({
      name: 'counter_connections',
      help: 'Open connections',
      registers: [this.registry],
      async collect() {
        this.set(await connections());
      },
    });
    new Gauge({
      name: 'counter_passwords_waiting',
      help: 'Passwords that wait to be looked at, or are looked at',
      registers: [this.registry],
      collect() {
        this.set(passwordsWaiting());
      },
    });
  }

  /** The same store; what it decides is counted. */
  watched(store: CounterStore): CounterStore {
    const counted = async <T>(work: Promise<T>): Promise<T> => {
      try {
        return await work;
      } catch (error) {
        if (error instanceof Overtaken) this.overtaken.inc();
        throw error;
      }
    };
    return {
      ...store,
      handle: async (command, metadata) => {
        const handled = await counted(store.handle(command, metadata));
        this.decided(command, handled.decision);
        return handled;
      },
      handleAll: async (commands, metadata) => {
        const decisions = await counted(store.handleAll(commands, metadata));
        for (const [i, decision] of decisions.entries()) this.decided(commands[i] as Command, decision);
        return decisions;
      },
    };
  }

  private decided(command: Command, decision: Decision): void {
    // What is no command may name anything as its type.
    const refusal = decision.accepted ? '' : decision.refusal.code;
    const type = refusal === 'invalid-command' ? 'unknown' : command.type;
    const outcome = decision.accepted ? 'accepted' : 'refused';
    this.decisions.inc({ command: type, outcome, refusal });
  }
}
