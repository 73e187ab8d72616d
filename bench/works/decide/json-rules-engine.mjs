// json-rules-engine: one rule for each line of the table, and the engine stops at the first that holds. What concerns the account is
// asked by the bare function before, and the event is written by it, so that the engine has the least to do.
import { Engine } from 'json-rules-engine';
import { after, before, roomOf, rulesOf } from './limit.mjs';

export const asynchronous = true;
export const share = 0.02;

const is = (fact, value) => ({ fact, operator: 'equal', value });
const room = (operator, value) => ({ fact: 'room', operator, value });
const LINES = [
  [[is('type', 'CreditActivity'), is('difficulty', 'base')], 1, 1],
  [[is('type', 'CreditActivity'), is('difficulty', 'hard')], 2, 2],
  [[is('type', 'ReportIn')], 1, 1],
  [[is('type', 'ClaimPost'), is('difficulty', 'base'), room('greaterThanInclusive', 1)], 1, 1],
  [[is('type', 'ClaimPost'), is('difficulty', 'base'), room('equal', 0)], 1, 0],
  [[is('type', 'ClaimPost'), is('difficulty', 'hard'), room('greaterThanInclusive', 2)], 2, 2],
  [[is('type', 'ClaimPost'), is('difficulty', 'hard'), room('equal', 1)], 2, 1],
  [[is('type', 'ClaimPost'), is('difficulty', 'hard'), room('equal', 0)], 2, 0],
];

export function decider(bank) {
  const rules = rulesOf(bank);
  const engine = new Engine();
  LINES.forEach(([all, scored, points], i) => {
    const event = { type: 'scored', params: { scored, points } };
    // The likelier lines are asked first.
    engine.addRule({ conditions: { all }, event, priority: 100 - i });
  });
  engine.on('scored', () => engine.stop());
  return async (command, account) => {
    const early = before(rules, command, account);
    if (early !== undefined) return early;
    const { type, data } = command;
    const facts = { type, difficulty: data.difficulty ?? '', room: roomOf(command, account) };
    const { events } = await engine.run(facts);
    return after(rules, command, account, events[0].params);
  };
}
