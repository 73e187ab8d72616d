// GoRules Zen: a decision table scores the entry, made once and asked for each command. What concerns the account is asked by the bare
// function before, and the event is written by it, so that the engine has the least to do.
import { ZenEngine } from '@gorules/zen-engine';
import { after, before, roomOf, rulesOf } from './limit.mjs';

export const asynchronous = true;
export const share = 0.05;

const columns = ['type', 'difficulty', 'room'];
const results = ['scored', 'points'];
const ROWS = [
  ['"CreditActivity"', '"base"', '', '1', '1'],
  ['"CreditActivity"', '"hard"', '', '2', '2'],
  ['"ReportIn"', '', '', '1', '1'],
  ['"ClaimPost"', '"base"', '>= 1', '1', '1'],
  ['"ClaimPost"', '"base"', '0', '1', '0'],
  ['"ClaimPost"', '"hard"', '>= 2', '2', '2'],
  ['"ClaimPost"', '"hard"', '1', '2', '1'],
  ['"ClaimPost"', '"hard"', '0', '2', '0'],
];

const column = (field) => ({ id: field, name: field, type: 'expression', field });
const TABLE = {
  hitPolicy: 'first',
  inputs: columns.map(column),
  outputs: results.map(column),
  rules: ROWS.map((cells, i) => ({
    _id: `row-${i}`,
    ...Object.fromEntries([...columns, ...results].map((field, at) => [field, cells[at]])),
  })),
};
const content = {
  nodes: [
    { id: 'in', name: 'in', type: 'inputNode', position: { x: 0, y: 0 } },
    { id: 'table', name: 'table', type: 'decisionTableNode', position: { x: 0, y: 0 }, content: TABLE },
    { id: 'out', name: 'out', type: 'outputNode', position: { x: 0, y: 0 } },
  ],
  edges: [
    { id: 'a', type: 'edge', sourceId: 'in', targetId: 'table' },
    { id: 'b', type: 'edge', sourceId: 'table', targetId: 'out' },
  ],
};

export function decider(bank) {
  const rules = rulesOf(bank);
  const scoring = new ZenEngine().createDecision(content);
  return async (command, account) => {
    const early = before(rules, command, account);
    if (early !== undefined) return early;
    const { type, data } = command;
    const { result } = await scoring.evaluate({
      type,
      difficulty: data.difficulty ?? '',
      room: roomOf(command, account),
    });
    return after(rules, command, account, result);
  };
}
