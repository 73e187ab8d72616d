import type { RuleSet } from 'points-bank';
import { communityRegister } from 'points-bank/reports';
import type { Counter } from '../counter.js';
import type { AccountRow } from '../store/account-row.js';
import { eachAccount, eachRow } from '../store/each-account.js';
import { merged, monthlySums, type RegisterSums, type Sum } from '../store/register-sums.js';
import { registerFrom } from '../store/register-totals.js';

/** The register of a day with so many of its accounts, and how many there are. */
export type Register = RegisterSums & {
  readonly accounts: readonly AccountRow[];
  readonly closedAccounts: readonly AccountRow[];
};

type Asked = { readonly communityId: string | undefined; readonly on: string };

/** The register of a day. Its totals are sums that are kept; of its accounts the first ones are listed. */
export async function registerOf(counter: Counter, asked: Asked, most: number): Promise<Register> {
  return {
    ...(await totalsOf(counter, asked)),
    accounts: await some(registerRows(counter, asked, 'open'), most),
    closedAccounts: await some(registerRows(counter, asked, 'closed'), most),
  };
}

/** The accounts that were open on a day, or closed by it, as they stood then, by id. */
export async function* registerRows(
  counter: Counter,
  { communityId, on }: Asked,
  state: 'open' | 'closed',
): AsyncGenerator<AccountRow> {
  const { store, ruleSet } = counter;
  const asked = { communityId, on, state };
  // As they stand is as they stood, unless something is on record for a later day, or points have lapsed since.
  if (!letsPointsLapse(ruleSet) && !(await hasLater(counter, asked))) {
    for await (const rows of eachRow(store, asked)) yield* rows;
    return;
  }
  for await (const { events } of eachAccount(store, asked)) {
    const { accounts, closedAccounts } = communityRegister(events, { on, ruleSet });
    yield* [...accounts, ...closedAccounts];
  }
}

async function hasLater({ store }: Counter, { communityId, on }: Asked): Promise<boolean> {
  return (await store.projections.accounts({ communityId, busyAfter: on }, { limit: 1 })).length > 0;
}

/** So many sums are put together. */
const MANY = 20_000;

async function totalsOf(counter: Counter, { communityId, on }: Asked): Promise<RegisterSums> {
  const { store, ruleSet } = counter;
  const kept = await store.projections.register(on, communityId);
  if (!letsPointsLapse(ruleSet)) return kept;
  // Points that lapse do so day by day, and no sums are kept of that: each account is asked about.
  let sums: Sum[] = [];
  for await (const { events } of eachAccount(store, { communityId, on })) {
    sums.push(...monthlySums(communityRegister(events, { on, ruleSet })));
    if (sums.length > MANY) sums = merged(sums);
  }
  const counts = kept.byRole.map(({ role, accounts, closedAccounts }) => ({
    role,
    open: accounts,
    closed: closedAccounts,
  }));
  return registerFrom(on, kept.communities, counts, sums);
}

/** Whether the rules let any points lapse. */
function letsPointsLapse({ redemption: { carryOver } }: RuleSet): boolean {
  return ['lapse', 'goodFor', 'keeps', 'inactivity'].some((part) => Object.hasOwn(carryOver, part));
}

/** The first of what comes. */
export async function some<T>(coming: AsyncIterable<T>, most: number): Promise<T[]> {
  const first: T[] = [];
  if (most > 0)
    for await (const one of coming) {
      first.push(one);
      if (first.length === most) break;
    }
  return first;
}
