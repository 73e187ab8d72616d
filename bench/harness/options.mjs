import { parseArgs } from 'node:util';

/** What the command line asks for. */
export function optionsOf(args) {
  const { values } = parseArgs({
    args,
    options: {
      json: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
      quick: { type: 'boolean', default: false },
      own: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      by: { type: 'string', default: 'wall' },
    },
  });
  const { quick, by } = values;
  if (by !== 'wall' && by !== 'cpu') throw new Error(`--by is wall or cpu, not ${by}`);
  return {
    ...values,
    only: values.only.flatMap((names) => names.split(',')),
    rounds: Number(values.rounds ?? (quick ? 3 : 7)),
    warmUps: quick ? 1 : 2,
  };
}
