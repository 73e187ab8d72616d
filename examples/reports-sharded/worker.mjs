// What a worker does with the file of one community. What comes in and goes out is text and plain JSON, so it could as well be another machine.
import { readFileSync } from 'node:fs';
import { anomaliesReducer, registerReducer } from 'points-bank/reports';

export const PERIOD = { from: '2024-01-01', to: '2024-12-31' };
export const DAY = { on: '2024-12-31' };

/** A community's register is finished where its accounts are. */
export function registerOfCommunity(file) {
  const { totals, communities } = finishedRegister(file);
  return { communities, totals };
}

/** Accounts are compared with those of the whole city, so a worker hands back of each what the comparison needs. */
export function anomalyStateOfCommunity(file) {
  const { empty, add, settle } = anomaliesReducer(PERIOD);
  return JSON.stringify(settle(eventsIn(file).reduce(add, empty())));
}

function finishedRegister(file) {
  const { empty, add, finish } = registerReducer(DAY);
  return finish(eventsIn(file).reduce(add, empty()));
}

/** The events of a file; those of an account are in order. */
export function eventsIn(file) {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line));
}
