// The tasks of worker.mjs, each with its thread and how long that was on a processor for it.
import { readFileSync } from 'node:fs';
import { threadId } from 'node:worker_threads';
import { anomalyStateOfCommunity, registerOfCommunity } from './worker.mjs';

const TASKS = { anomalyStateOfCommunity, registerOfCommunity };

export function measured({ task, file }) {
  const before = onProcessor();
  const result = TASKS[task](file);
  return { result, threadId, took: onProcessor() - before };
}

/** The milliseconds that this thread was on a processor, as Linux counts them. */
export function onProcessor() {
  return Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[0]) / 1e6;
}
