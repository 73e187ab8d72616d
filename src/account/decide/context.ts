import type { CompiledRole, CompiledRules } from '../../rules/compiled.js';
import type { Handbook } from '../handbook.js';
import type { ProgrammeNames } from '../programme-names.js';
import type { FoldedAccount } from '../state/account.js';

/** What every decision has at hand. */
export type Context = {
  readonly rules: CompiledRules;
  readonly handbook: Handbook | undefined;
  readonly programme: ProgrammeNames | undefined;
};

/** What a decision about an open account has at hand: the account, and its role in the rule set. */
export type AccountContext = Context & { readonly account: FoldedAccount; readonly role: CompiledRole };
