/**
 * For auditors: seals that chain events so that no change goes unnoticed, and checks that a stored history is whole and that the
 * rules in force give every entry of it.
 *
 * @packageDocumentation
 */

export type { ChainFault } from './audit/chain-fault.js';
export type { DecisionFault, DecisionFinding, DecisionFindingOf } from './audit/decision-finding.js';
export { SealError, seal } from './audit/seal.js';
export { type ChainEnd, NO_HASH, type Seal, type Sealed } from './audit/sealed.js';
export { type ChainVerified, verifyChain } from './audit/verify-chain.js';
export { verifyDecisions } from './audit/verify-decisions.js';
