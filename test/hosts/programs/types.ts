// Types from every entry point, used as a careful program does.
import { type Account, type BankEvent, type CommandFor, createBank, fold } from 'points-bank';
import { type ChainVerification, verifyChain } from 'points-bank/audit';
import { deriveRuleSet } from 'points-bank/define';
import { type Statement, statement } from 'points-bank/reports';
import { renfa2022 } from 'points-bank/rule-sets';
import { eventSchema, type Parsed, parseEvent } from 'points-bank/schema';
import { type SimulationResult, simulate } from 'points-bank/simulation';
import { checkLaws } from 'points-bank/testing';
import { explain, type WordPack, zhCN } from 'points-bank/words';

const bank = createBank(renfa2022);
const by = { office: 'community', communityId: 'linan' } as const;
const command: CommandFor<typeof renfa2022> = {
  type: 'ReportIn',
  data: { accountId: 'v1', on: '2023-03-01', by },
};
const decision = bank.decide(command, fold([]));
export const account: Account = decision.accepted ? fold(decision.events) : fold([]);
export const parsed: Parsed<BankEvent> = parseEvent({});
export const checked: BankEvent | undefined = eventSchema.safeParse({}).data;
export const shown: Statement | undefined = statement([], { from: '2023-01-01', to: '2023-12-31' });
export const words: WordPack = zhCN;
export const derived: string = deriveRuleSet(renfa2022, (draft) => {
  draft.roles.resident.title.en = 'Resident';
}).id;
export const said: string[] = decision.accepted ? [] : [explain(decision.refusal, zhCN, renfa2022)];
export const all: readonly unknown[] = [checkLaws, verifyChain, simulate];
export type Both = ChainVerification | SimulationResult;

// @ts-expect-error: a role that the rules do not have
export const misspelt: CommandFor<typeof renfa2022> = { type: 'OpenAccount', data: { role: 'residnet' } };
