import { type AnnualFeedback, annualFeedback } from 'points-bank/reports';
import type { Counter } from '../counter.js';
import { eachAccount } from '../store/each-account.js';

type Asked = { readonly communityId: string | undefined; readonly year: number; readonly sentOn: string };

/** The year's feedback of each account that has one, by id, worked out from the account's own entries when it is its turn. */
export async function* feedbacksOf(counter: Counter, asked: Asked): AsyncGenerator<AnnualFeedback> {
  const { assessment } = counter.ruleSet;
  const highest = assessment.scale === 'to-highest' ? await highestOf(counter, asked) : undefined;
  yield* each(counter, asked, highest);
}

/** How many accounts there may be a feedback of. */
export function countFeedbacks({ store }: Counter, asked: Asked): Promise<number> {
  return store.projections.count(accountsOf(asked));
}

async function* each(
  { store, ruleSet }: Counter,
  asked: Asked,
  highest: number | undefined,
): AsyncGenerator<AnnualFeedback> {
  const { year, sentOn } = asked;
  const options = { sentOn, ruleSet, ...(highest === undefined ? {} : { highest }) };
  for await (const { events } of eachAccount(store, accountsOf(asked))) {
    const feedback = annualFeedback(events, year, options);
    if (feedback !== undefined) yield feedback;
  }
}

/** The accounts of the year; one that runs from December on begins the year before. */
function accountsOf({ communityId, year }: Asked) {
  return { communityId, on: `${year}-12-31`, notClosedBefore: `${year - 1}-12-01` };
}

/** The highest assessment of the year, where it is the full mark: every account is asked about. */
async function highestOf(counter: Counter, asked: Asked): Promise<number> {
  let highest = 0;
  for await (const { assessment } of each(counter, asked, undefined)) highest = Math.max(highest, assessment);
  return highest;
}
