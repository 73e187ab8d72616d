// GoRules Zen: a decision table with the scheme's lines scores the entry, made once and asked for each command. What concerns the
// account is asked by the bare function before, and the event is written by it, so that the engine has the least to do.
import { ZenEngine } from '@gorules/zen-engine';
import { after, before, rulesOf } from './limit.mjs';
import { cited, factsOf, linesOf } from './lines.mjs';

export const asynchronous = true;
export const share = 0.05;

const columns = ['role', 'item', 'difficulty', 'room'];
const results = ['clause', 'scored', 'points'];

const column = (field) => ({ id: field, name: field, type: 'expression', field });
const table = (lines) => ({
  hitPolicy: 'first',
  inputs: columns.map(column),
  outputs: results.map(column),
  rules: lines.map(({ role, item, difficulty, room, clause, scored, points }, i) => ({
    _id: `line-${i}`,
    role: `"${role}"`,
    item: `"${item}"`,
    difficulty: difficulty === undefined ? '' : `"${difficulty}"`,
    room: room === undefined ? '' : `${room}`,
    clause: `"${clause}"`,
    scored: `${scored}`,
    points: `${points}`,
  })),
});
const contentOf = (lines) => ({
  nodes: [
    { id: 'in', name: 'in', type: 'inputNode', position: { x: 0, y: 0 } },
    {
      id: 'table',
      name: 'table',
      type: 'decisionTableNode',
      position: { x: 0, y: 0 },
      content: table(lines),
    },
    { id: 'out', name: 'out', type: 'outputNode', position: { x: 0, y: 0 } },
  ],
  edges: [
    { id: 'a', type: 'edge', sourceId: 'in', targetId: 'table' },
    { id: 'b', type: 'edge', sourceId: 'table', targetId: 'out' },
  ],
});

export function decider(bank) {
  const rules = rulesOf(bank);
  const scoring = new ZenEngine().createDecision(contentOf(linesOf(bank)));
  return async (command, account) => {
    const room = before(rules, command, account);
    if (typeof room === 'object') return room;
    const { result } = await scoring.evaluate(factsOf(command, account, room));
    return cited(after(rules, command, account, result, room), result.clause);
  };
}
