import { change, current, IDLE, isChanged, type State, validRules, type Work } from '../state.js';
import { t, words } from '../words.js';
import { TaskFailed, TaskStopped, TaskWorker } from '../worker/client.js';
import type { LedgerSource } from '../worker/protocol.js';

/** Up to so many entries a change is compared as soon as it is made; a larger ledger is compared when asked. */
export const AT_ONCE = 100_000;

/** Holds the ledger. */
export const worker = new TaskWorker();
let comparing = false;
let again = false;
let loads = 0;

type Works = 'ledger' | 'comparison' | 'sensitivity' | 'simulation';

/** Tells how far a piece of work is. */
export function running(of: Works): (done: number, all: number) => void {
  change({ [of]: { is: 'running', share: 0 } });
  return (done, all) => change({ [of]: { is: 'running', share: done / Math.max(1, all) } });
}

/** Tells why a piece of work came to nothing. */
export function failed(of: Works, thrown: unknown): void {
  if (thrown instanceof TaskStopped) return;
  const said = thrown instanceof Error ? thrown.message : String(thrown);
  const why = thrown instanceof TaskFailed ? thrown.why : { 'zh-CN': said, en: said };
  change({ [of]: { is: 'failed', why } satisfies Work<never> });
}

/** Takes a ledger in place of the one there was. */
export async function load(from: LedgerSource, name = ''): Promise<void> {
  stop();
  loads += 1;
  const mine = loads;
  change({ source: { from, name }, comparison: IDLE, sensitivity: IDLE });
  try {
    const result = await worker.run('load', from, running('ledger'));
    const { base } = current();
    change({ ledger: { is: 'done', result, ruleSets: { a: base, b: base } } });
    compareSoon();
  } catch (thrown) {
    if (mine === loads) failed('ledger', thrown);
  }
}

/** A ledger that the page's address names, which has to be of the page's own site. */
export function loadFromAddress(named: string): void {
  const address = new URL(named, location.href);
  if (address.origin === location.origin) {
    void load({ kind: 'address', address: address.href }, named);
    return;
  }
  change({ ledger: { is: 'failed', why: words.notHere } });
}

/** Compares where that does not take long; a ledger that takes long is compared when asked. */
export function compareSoon(): void {
  const { ledger } = current();
  if (ledger.is === 'done' && ledger.result.events <= AT_ONCE) void compare();
}

/** Compares the ledger under the rules as they stand; while it does, the latest change waits, and only that. */
export async function compare(): Promise<void> {
  const state = current();
  const ruleSets = comparable(state);
  if (ruleSets === undefined) return;
  if (comparing) {
    again = true;
    return;
  }
  comparing = true;
  again = false;
  try {
    const result = await worker.run('compare', ruleSets, running('comparison'));
    change({ comparison: { is: 'done', result, ruleSets } });
  } catch (thrown) {
    failed('comparison', thrown);
  } finally {
    comparing = false;
  }
  if (again) void compare();
}

function comparable(state: State): { a: State['base']; b: State['base'] } | undefined {
  const b = validRules(state);
  if (state.ledger.is !== 'done' || b === undefined) return undefined;
  if (isChanged(state)) return { a: state.base, b };
  change({ comparison: IDLE });
  return undefined;
}

export async function trySensitivity(): Promise<void> {
  const state = current();
  const ruleSet = validRules(state);
  if (ruleSet === undefined) return;
  try {
    const result = await worker.run('sensitivity', { ruleSet }, running('sensitivity'));
    change({ sensitivity: { is: 'done', result, ruleSets: { a: state.base, b: ruleSet } } });
  } catch (thrown) {
    failed('sensitivity', thrown);
  }
}

/** Stops what is going on. The ledger goes with it. */
function stop(): void {
  worker.stop();
  again = false;
}

/** Stops what is going on, and reads the ledger again. */
export async function stopAndReload(): Promise<void> {
  const { source, ledger } = current();
  const reading = ledger.is === 'running';
  stop();
  change({ comparison: IDLE, sensitivity: IDLE, notice: t(words.stopped) });
  if (reading || source === undefined) {
    change({ ledger: IDLE, source: undefined });
    return;
  }
  try {
    await worker.run('load', source.from);
  } catch (thrown) {
    failed('ledger', thrown);
  }
}
