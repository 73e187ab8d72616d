/**
 * For auditors: chains events with seals so that no change goes unnoticed, and checks that a stored history is intact and that every
 * event in it follows from the rules.
 *
 * @packageDocumentation
 */

export type { ChainFault } from './audit/chain/chain-fault.js';
export { SealError, seal } from './audit/chain/seal.js';
export { type ChainEnd, NO_HASH, type Seal, type SealedEvent } from './audit/chain/sealed-event.js';
export { type ChainVerification, verifyChain } from './audit/chain/verify-chain.js';
export type {
  DecisionFault,
  DecisionFaultDetails,
  DecisionFinding,
  DecisionFindingOf,
} from './audit/decisions/decision-finding.js';
export { verifyDecisions } from './audit/decisions/verify-decisions.js';
