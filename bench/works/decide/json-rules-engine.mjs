// json-rules-engine: one rule for each line of the scheme, of which one holds; all of one priority, as they are
// by default. What concerns the account is asked by the bare function before, and the event is written by it, so
// that the engine has the least to do.
import { Engine } from 'json-rules-engine';
import { after, before, rulesOf } from './limit.mjs';
import { cited, factsOf, linesOf } from './lines.mjs';

export const asynchronous = true;
export const share = 0.02;

const is = (fact, value) => ({ fact, operator: 'equal', value });

function ruleOf({ role, item, difficulty, room, clause, scored, points }) {
  const all = [is('role', role), is('item', item)];
  if (difficulty !== undefined) all.push(is('difficulty', difficulty));
  if (room !== undefined) all.push(is('room', room));
  return { conditions: { all }, event: { type: 'scored', params: { clause, scored, points } } };
}

export function decider(bank) {
  const rules = rulesOf(bank);
  const engine = new Engine();
  for (const line of linesOf(bank)) engine.addRule(ruleOf(line));
  return async (command, account) => {
    const room = before(rules, command, account);
    if (typeof room === 'object') return room;
    const { events } = await engine.run(factsOf(command, account, room));
    return cited(after(rules, command, account, events[0].params, room), events[0].params.clause);
  };
}
