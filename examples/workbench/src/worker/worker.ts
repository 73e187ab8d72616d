// What takes long, away from the page: a ledger is read and kept here, and decided again under other rules.
import '../without-eval.js';
import type { BankEvent } from 'points-bank';
import { populationFrom, sensitivity } from 'points-bank/simulation';
import { LedgerReading } from '../ledger/ledger.js';
import { readLedger } from '../ledger/read-stream.js';
import { sampleLedger } from '../ledger/sample.js';
import { type Text, text } from '../words.js';
import { compareLedger } from './compare.js';
import type { LedgerSource, Request, Response, Tasks } from './protocol.js';
import { simulatePair } from './simulate.js';

/** What of a worker's global scope is used. */
type Scope = {
  postMessage: (message: Response) => void;
  onmessage: ((event: { data: Request }) => void) | null;
};
const scope = globalThis as unknown as Scope;

/** Progress is told at most this often, in milliseconds. */
const OFTEN = 80;

let histories: readonly (readonly BankEvent[])[] = [];

scope.onmessage = ({ data: request }) => {
  const { id } = request;
  let told = 0;
  const progress = (done: number, of: number): void => {
    const now = performance.now();
    if (now - told < OFTEN && done < of) return;
    told = now;
    scope.postMessage({ id, kind: 'progress', done, of });
  };
  run(request, progress).then(
    (answered) => scope.postMessage({ id, kind: 'done', answered }),
    (thrown: unknown) => scope.postMessage({ id, kind: 'failed', why: whyOf(thrown) }),
  );
};

type Progress = (done: number, of: number) => void;

async function run(request: Request, progress: Progress): Promise<Tasks[Request['task']]['answered']> {
  switch (request.task) {
    case 'load': {
      const ledger = await loaded(request.asked, progress);
      histories = ledger.histories();
      return ledger.summary();
    }
    case 'compare':
      return compareLedger(each(histories, progress), request.asked.a, request.asked.b);
    case 'sensitivity':
      return sensitivity(each(histories, progress), request.asked.ruleSet);
    case 'estimate':
      return populationFrom(histories, request.asked.ruleSet);
    case 'simulate':
      return simulatePair(request.asked, ({ done, of }) => progress(done, of));
  }
}

async function loaded(source: LedgerSource, progress: Progress): Promise<LedgerReading> {
  if (source.kind === 'sample') {
    const ledger = new LedgerReading();
    for (const event of sampleLedger(source.ruleSet).flat()) ledger.take(event);
    return ledger;
  }
  if (source.kind === 'file')
    return readLedger(source.file.stream(), (bytes) => progress(bytes, source.file.size));
  const response = await fetch(source.address, { credentials: 'same-origin' });
  if (!response.ok || response.body === null) throw new NotLoaded(response.status);
  const size = Number(response.headers.get('content-length') ?? 0);
  return readLedger(response.body, (bytes) => progress(bytes, Math.max(size, bytes)));
}

class NotLoaded extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`status ${status}`);
    this.status = status;
  }
}

function* each<T>(list: readonly T[], progress: Progress): Generator<T, void, void> {
  for (const [i, one] of list.entries()) {
    yield one;
    progress(i + 1, list.length);
  }
}

function whyOf(thrown: unknown): Text {
  if (thrown instanceof NotLoaded)
    return text(
      `服务器未给出台账（${thrown.status}）`,
      `the server did not give the ledger (${thrown.status})`,
    );
  const said = thrown instanceof Error ? thrown.message : String(thrown);
  return text(`未能完成：${said}`, `it could not be done: ${said}`);
}
