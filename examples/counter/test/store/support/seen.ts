import { type Account, type BankEvent, evolve, initialAccount, type RuleSet } from 'points-bank';
import { renfa2022 } from 'points-bank/rule-sets';
import type { AccountRow } from '../../../src/store/account-row.js';
import type { CounterStore } from '../../../src/store/counter-store.js';
import { eachRow } from '../../../src/store/each-account.js';
import { memoryProjections } from '../../../src/store/memory-projections.js';
import type { Projections } from '../../../src/store/projections.js';
import type { RegisterSums } from '../../../src/store/register-sums.js';

type Read = Omit<Projections, 'rebuild' | 'stockLeft'>;

const EVER = '9999-12-31';

/** Every account that is listed. */
export async function listed(
  projections: Pick<Projections, 'accounts'>,
  communityId?: string,
): Promise<AccountRow[]> {
  const rows: AccountRow[] = [];
  for await (const some of eachRow({ projections } as Pick<CounterStore, 'projections'>, { communityId }))
    rows.push(...some);
  return rows;
}

/** Everything that the lists say, of all communities and of each; the register as of all days that are given, too. */
export async function seen(projections: Read, days: readonly string[] = []) {
  const communities = await projections.communities();
  const of = [undefined, ...communities];
  const each = <T>(read: (communityId: string | undefined) => Promise<T>) => Promise.all(of.map(read));
  const accounts = await listed(projections);
  const some = { limit: 3, offset: 1 };
  return {
    communities,
    accounts,
    own: await each((communityId) => listed(projections, communityId)),
    open: await each((communityId) => projections.count({ communityId, state: 'open' })),
    closedBy: await Promise.all(days.map((on) => projections.count({ state: 'closed', on }))),
    openOn: await Promise.all(days.map((on) => projections.count({ state: 'open', on }))),
    notClosedBefore: await Promise.all(days.map((on) => projections.count({ on, notClosedBefore: on }))),
    dueOn: await Promise.all(days.map((on) => projections.count({ reportInOn: on }))),
    latest: await each((communityId) =>
      projections.accounts({ communityId }, { ...some, order: 'latest-first' }),
    ),
    last: await each((communityId) =>
      projections.accounts({ communityId }, { ...some, order: 'last-id-first' }),
    ),
    desk: await each((communityId) => projections.desk({ communityId, on: days.at(-1) ?? EVER })),
    highest: await Promise.all(communities.map((communityId) => projections.highestNumbered(communityId))),
    matters: (await each((communityId) => projections.matters(communityId))).map((matters) =>
      matters.map(({ matterId, on }) => ({ matterId, on })),
    ),
    posts: await each((communityId) => projections.posts(communityId)),
    register: await each((communityId) =>
      Promise.all([...days, EVER].map(async (on) => trimmed(await projections.register(on, communityId)))),
    ),
    communitiesOf: [...(await projections.communitiesOf(accounts.map(({ accountId }) => accountId)))].sort(),
  };
}

/** What the same is by the library's fold and reports, straight from the events. */
export function seenIn(events: readonly BankEvent[], ruleSet: RuleSet = renfa2022 as RuleSet): Read {
  const kept = new Map<string, { account: Account; readonly events: BankEvent[] }>();
  for (const event of events) {
    const own = kept.get(event.data.accountId) ?? { account: initialAccount, events: [] };
    kept.set(event.data.accountId, own);
    own.events.push(event);
    own.account = evolve(own.account, event);
  }
  return memoryProjections(ruleSet, kept, () => []);
}

/** The register without months at its end in which no point moved, and without quantities that come to nothing: the sums do not have them. */
function trimmed(register: RegisterSums): RegisterSums {
  const moves = ({
    earned,
    entries,
    corrected,
    redeemed,
    transferred,
    takenUp,
    closedOut,
  }: RegisterSums['byMonth'][number]) =>
    [earned, entries, corrected, redeemed, transferred, takenUp, closedOut].some((figure) => figure !== 0);
  const last = register.byMonth.findLastIndex(moves);
  return JSON.parse(
    JSON.stringify({ ...register, byMonth: register.byMonth.slice(0, last + 1) }, (key, value) =>
      key === 'quantities' && Array.isArray(value) ? nonZero(value) : value,
    ),
  ) as RegisterSums;
}

function nonZero(quantities: readonly { readonly quantity: number }[]) {
  const left = quantities.filter(({ quantity }) => quantity !== 0);
  return left.length === 0 ? undefined : left;
}
