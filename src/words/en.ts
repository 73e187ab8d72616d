import { PROBLEM_MESSAGES, suggested } from '../schema/problem-messages.js';
import { CHAIN_FAULTS, DEVIATIONS, FINDINGS, LOOSENED } from './en/checks.js';
import { COMMANDS } from './en/commands.js';
import { EVENTS } from './en/events.js';
import { HANDBOOK } from './en/handbook.js';
import { PARTS } from './en/parts.js';
import { REFUSALS, WARNINGS } from './en/refusals.js';
import { ANOMALIES, ENTRIES, RECOGNITION } from './en/reports.js';
import type { WordPack } from './pack.js';
import type { ReportPack } from './report-pack.js';

/** English words for what is decided. */
export const en: WordPack = {
  locale: 'en',
  paragraph: (sentences) => sentences.join(' '),
  vocabulary: {
    commands: COMMANDS,
    kinds: {
      matter: 'matter',
      'report-in': 'report-in',
      claim: 'claim',
      redemption: 'redemption',
      correction: 'correction',
      bar: 'bar',
      transfer: 'transfer',
      reversal: 'reversal',
    },
    barred: { recognition: 'recognition', redeeming: 'redeeming points', earning: 'earning points' },
    figures: {
      assessment: 'assessment',
      balance: 'balance',
      earned: 'points earned',
      corrected: 'sum of corrections',
      redeemed: 'points redeemed',
    },
    windows: {
      life: () => "the account's whole life",
      year: (year) => String(year),
      'half-year': (year, index) => `the ${index === 1 ? 'first' : 'second'} half of ${year}`,
      quarter: (year, index) => `quarter ${index} of ${year}`,
      month: (year, index) => `${year}-${String(index).padStart(2, '0')}`,
      week: (year, index) => `week ${index} of ${year}`,
    },
    stretch: (first, last) => `${first} to ${last}`,
  },
  refused: ({ clause, said }) => `Refused (clause ${clause}): ${said}`,
  warned: ({ clause, said }) => `Warning (clause ${clause}): ${said}`,
  refusals: REFUSALS,
  warnings: WARNINGS,
  events: EVENTS,
};

/** English words for what is reported and checked. */
export const enReports: ReportPack = {
  locale: 'en',
  paragraph: (sentences) => sentences.join(' '),
  entries: ENTRIES,
  handbook: HANDBOOK,
  anomalies: ANOMALIES,
  recognition: RECOGNITION,
  chainFaults: CHAIN_FAULTS,
  findings: FINDINGS,
  parts: PARTS,
  deviations: DEVIATIONS,
  loosened: LOOSENED,
  problems: PROBLEM_MESSAGES,
  suggestion: suggested,
};
