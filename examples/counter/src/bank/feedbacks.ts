import type { BankEvent } from 'points-bank';
import { type AnnualFeedback, annualFeedback } from 'points-bank/reports';
import type { Counter } from '../counter.js';
import { eachAccount } from '../store/each-account.js';

type Asked = { readonly communityId: string | undefined; readonly year: number; readonly sentOn: string };

/** The year's feedback of each account that has one, by id, worked out from the account's own entries when it is its turn. */
export async function* feedbacksOf(counter: Counter, asked: Asked): AsyncGenerator<AnnualFeedback> {
  yield* each(counter, asked, await highestOf(counter, asked));
}

/** The feedbacks of so many of the accounts by id, from a place among them on. */
export async function feedbacksAt(
  counter: Counter,
  asked: Asked,
  at: { readonly limit: number; readonly offset: number },
): Promise<readonly AnnualFeedback[]> {
  const { store } = counter;
  const rows = await store.projections.accounts(accountsOf(asked), at);
  const ids = rows.map(({ accountId }) => accountId);
  const histories = await store.histories(ids);
  const highest = await highestOf(counter, asked);
  return ids.flatMap((id) => feedbackOf(counter, asked, histories.get(id) ?? [], highest) ?? []);
}

/** How many accounts there may be a feedback of. */
export function countFeedbacks({ store }: Counter, asked: Asked): Promise<number> {
  return store.projections.count(accountsOf(asked));
}

async function* each(
  counter: Counter,
  asked: Asked,
  highest: number | undefined,
): AsyncGenerator<AnnualFeedback> {
  for await (const { events } of eachAccount(counter.store, accountsOf(asked))) {
    const feedback = feedbackOf(counter, asked, events, highest);
    if (feedback !== undefined) yield feedback;
  }
}

function feedbackOf(
  { ruleSet }: Counter,
  { year, sentOn }: Asked,
  events: readonly BankEvent[],
  highest: number | undefined,
): AnnualFeedback | undefined {
  return annualFeedback(events, year, { sentOn, ruleSet, ...(highest === undefined ? {} : { highest }) });
}

/** The accounts of the year; one that runs from December on begins the year before. */
function accountsOf({ communityId, year }: Asked) {
  return { communityId, on: `${year}-12-31`, notClosedBefore: `${year - 1}-12-01` };
}

/** The highest assessment of the year, where it is the full mark: every account is asked about. */
async function highestOf(counter: Counter, asked: Asked): Promise<number | undefined> {
  if (counter.ruleSet.assessment.scale !== 'to-highest') return undefined;
  let highest = 0;
  for await (const { assessment } of each(counter, asked, undefined)) highest = Math.max(highest, assessment);
  return highest;
}
