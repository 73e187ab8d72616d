import { plural } from '../../values/text.js';
import type { ContinuationWords, ReportPack, TransferWords } from '../report-pack.js';
import { firstOf } from '../shown.js';

/** What was done to a chain. */
export const CHAIN_FAULTS: ReportPack['chainFaults'] = {
  altered: (at) => `Entry ${at} is not what was sealed: it was altered.`,
  dropped: (at) => `What was sealed as entry ${at} is missing: it was dropped.`,
  inserted: (at) => `Entry ${at} is not of this chain: it was inserted.`,
  reordered: (at) => `From entry ${at} on, entries are out of order.`,
  truncated: (at) => `From entry ${at} on, the chain is cut off before its head.`,
};

/** Why an account cannot go on from another one. */
const CONTINUATIONS: ContinuationWords = {
  'never-closed': (account) => `it continues account ${account}, which was never closed.`,
  'closed-otherwise': (account, fields) =>
    `what it takes up differs from what account ${account} was closed with: ${firstOf(fields, ', ')}.`,
  'another-continues-it': (account) => `it continues account ${account}, which another account continues.`,
  'another-member': (account) => `it continues account ${account}, which is another person's.`,
};

/** Why points received do not match points sent. */
const TRANSFERS: TransferWords = {
  'never-sent': (transfer, from) => `account ${from} never sent transfer ${transfer}.`,
  'sent-otherwise': (transfer, from) =>
    `account ${from} sent transfer ${transfer} to another account, on another day or with other points.`,
  'sending-undone': (transfer, from) => `account ${from} has undone the sending of transfer ${transfer}.`,
};

/** What is found about recorded events. */
export const FINDINGS: ReportPack['findings'] = {
  entry: (at, said) => `Entry ${at}: ${said}`,
  faults: {
    'unknown-rule-set': ({ digest }) =>
      `the rules that it names (digest ${digest}) are not at hand; it cannot be decided again.`,
    'unknown-handbook': ({ version }) =>
      `the handbook that it names (version ${version}) is not at hand; it cannot be decided again.`,
    unreadable: () => 'it is not an event of this library; it cannot be decided again.',
    refused: (refusal) => `the rules that it names refuse it: ${refusal}`,
    repeated: () => 'it repeats an entry that is on record already.',
    'unfounded-continuation': (because, account, fields) => CONTINUATIONS[because](account, fields),
    'unmatched-transfer': ({ transferId, from, because }) => TRANSFERS[because](transferId, from),
    differs: (fields) => `the rules that it names give something else: ${firstOf(fields, ', ')}.`,
  },
};

const KINDS = { stricter: 'stricter', looser: 'looser', new: 'new', other: 'different' } as const;

/** Differences of a rule set from its base. */
export const DEVIATIONS: ReportPack['deviations'] = {
  sentence: ({ clause, part, was, is, kind }) =>
    `Clause ${clause}, ${part}: ${was} becomes ${is} (${KINDS[kind]}).`,
};

/** Where a rule set is looser than its base allows. */
export const LOOSENED: ReportPack['loosened'] = {
  sentence: ({ part, title, clause, how }) => `${part} is looser than '${title}' (clause ${clause}): ${how}.`,
  how: {
    'points-per-entry': ({ most }) =>
      most === undefined ? 'without a maximum' : `up to ${plural(most, 'point')}`,
    limit: ({ counts, maximum }) =>
      counts === 'deductions'
        ? `deductions of ${maximum} have to stay possible over the same time or shorter`
        : `it has to stay within ${maximum} over the same time or longer`,
    redemption: ({ visits, held }) =>
      visits === undefined
        ? `any number of times a year instead of ${held}`
        : `${visits} times a year instead of ${held}`,
  },
  answer: (question, answer) => `'${question}' – '${answer}'`,
  settled: {
    allows: (answers) => `Allowed if read so: ${answers.join('; ')}.`,
    'takes-back': (answers) => `Taken back if read so: ${answers.join('; ')}.`,
  },
};
