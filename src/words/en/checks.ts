import type { ReportPack } from '../report-pack.js';
import { firstOf } from '../shown.js';

/** What was done to a chain. */
export const CHAIN_FAULTS: ReportPack['chainFaults'] = {
  altered: (at) => `Entry ${at} is not what was sealed: it was altered.`,
  dropped: (at) => `What was sealed as entry ${at} is missing: it was dropped.`,
  inserted: (at) => `Entry ${at} is not of this chain: it was inserted.`,
  reordered: (at) => `From entry ${at} on entries are out of their order.`,
  truncated: (at) => `From entry ${at} on the chain is cut off before its head.`,
};

/** What is found about recorded events. */
export const FINDINGS: ReportPack['findings'] = {
  entry: (at, said) => `Entry ${at}: ${said}`,
  faults: {
    'unknown-rule-set': ({ digest }) =>
      `the rules that it names (digest ${digest}) are not at hand; it cannot be decided again.`,
    'unknown-handbook': ({ version }) =>
      `the handbook that it names (version ${version}) is not at hand; it cannot be decided again.`,
    unreadable: () => 'it is no event of this library; it cannot be decided again.',
    refused: (refusal) => `the rules that it names refuse it: ${refusal}`,
    repeated: () => 'it records once more what stands already; sent again, it would have led to nothing.',
    differs: ({ parts }) => `the rules that it names give something else: ${firstOf(parts, ', ')}.`,
  },
};

const KINDS = { stricter: 'stricter', looser: 'looser', new: 'new', other: 'different' } as const;

/** Differences of a rule set from its base. */
export const DEVIATIONS: ReportPack['deviations'] = {
  sentence: ({ clause, path, was, is, kind }) =>
    `Clause ${clause}, ${path}: ${was} becomes ${is} (${KINDS[kind]}).`,
  nothing: 'nothing',
  titled: (title) => `'${title}'`,
};

/** Where a rule set is looser than its base allows. */
export const LOOSENED: ReportPack['loosened'] = {
  sentence: ({ path, title, clause, how }) => `${path} is looser than '${title}' (clause ${clause}): ${how}.`,
  how: {
    'points-per-entry': ({ most }) => (most === undefined ? 'without end' : `up to ${most} points`),
    limit: ({ maximum }) => `it has to stay within ${maximum} over the same time or longer`,
    redemption: ({ visits, held }) =>
      visits === undefined
        ? `any number of times a year where it is ${held}`
        : `${visits} times a year where it is ${held}`,
  },
};
