import { type Text, text } from '../values/text.js';
import type { ChainFault } from './chain/chain-fault.js';

/** A fault in words. People count entries from 1. */
export const CHAIN_TEXTS: { readonly [F in ChainFault]: (at: number) => Text } = {
  altered: (at) =>
    text(
      `第 ${at + 1} 条与封存时不符，已被改动。`,
      `Entry ${at + 1} is not what was sealed: it was altered.`,
    ),
  dropped: (at) =>
    text(`第 ${at + 1} 条缺失，已被删去。`, `What was sealed as entry ${at + 1} is missing: it was dropped.`),
  inserted: (at) =>
    text(`第 ${at + 1} 条不属于本链，是插入的。`, `Entry ${at + 1} is not of this chain: it was inserted.`),
  reordered: (at) =>
    text(`自第 ${at + 1} 条起次序有变。`, `From entry ${at + 1} on entries are out of their order.`),
  truncated: (at) =>
    text(
      `自第 ${at + 1} 条起缺失，末尾被截去。`,
      `From entry ${at + 1} on the chain is cut off before its head.`,
    ),
};
