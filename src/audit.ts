/**
 * For auditors: seals that chain events so that no change goes unnoticed, and checks that a stored history is whole and that the
 * rules in force give every entry of it.
 *
 * @packageDocumentation
 */

export type { ChainFault } from './audit/chain/chain-fault.js';
export { SealError, seal } from './audit/chain/seal.js';
export { type ChainEnd, NO_HASH, type Seal, type Sealed } from './audit/chain/sealed-event.js';
export { type ChainVerified, verifyChain } from './audit/chain/verify-chain.js';
export type {
  DecisionFault,
  DecisionFinding,
  DecisionFindingOf,
} from './audit/decisions/decision-finding.js';
export { verifyDecisions } from './audit/decisions/verify-decisions.js';
