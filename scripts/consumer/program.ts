// A stranger's program: copied beside the installed package and type-checked there, as ESM and as CommonJS.
import { type Account, createBank, fold, initialAccount } from 'points-bank';
import { renfa2022 } from 'points-bank/rule-sets';

const bank = createBank(renfa2022);
const decision = bank.decideUnknown({ type: 'OpenAccount', data: {} }, initialAccount);

export const account: Account = decision.accepted ? fold(decision.events) : initialAccount;
export const code: string | undefined = decision.accepted ? undefined : decision.refusal.code;
