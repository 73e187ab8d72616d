import { digest } from 'points-bank';
import type { Anomaly } from 'points-bank/reports';
import { z } from 'zod';
import type { Counter } from '../counter.js';
import { searchAnomalies } from './anomalies.js';

type Asked = { readonly communityId: string | undefined; readonly from: string; readonly to: string };

/** What a search found, as a page lists it. */
export type Findings = {
  readonly from: string;
  readonly to: string;
  /** When it ended. */
  readonly at: string;
  /** How many accounts were looked at. */
  readonly of: number;
  /** Of each kind the most striking. */
  readonly found: readonly Anomaly[];
  /** How many there are of each kind, listed or not. */
  readonly counts: Readonly<Record<string, number>>;
};

/** A search that goes on, or what it found. */
export type SearchOrFindings = { readonly done: number; readonly of: number } | Findings;

/** As many of a kind are kept and listed: a register of years that was entered at once has thousands that were written up late. */
export const MOST_OF_A_KIND = 100;

const KIND = 'anomaly-findings';
/** The form of what is kept; what another version of the counter kept is searched for anew. */
const FORM = 1;

const keptSchema = z.object({
  form: z.literal(FORM),
  rules: z.string(),
  from: z.string(),
  to: z.string(),
  at: z.string(),
  of: z.number(),
  found: z.array(z.looseObject({ kind: z.string() })),
  counts: z.record(z.string(), z.number()),
});

/** What the last search for a community, or for all, found by the rules in force: whoever opens the page again does not wait for it. */
export async function lastFindings(
  { records, ruleSet }: Pick<Counter, 'records' | 'ruleSet'>,
  communityId: string | undefined,
): Promise<Findings | undefined> {
  const { data } = keptSchema.safeParse(await records.get(KIND, keyOf(communityId)));
  return data?.rules === digest(ruleSet) ? (data as unknown as Findings) : undefined;
}

/** Searches anew, and keeps what is found in the place of what the search before found. */
export async function* searchAnew(
  counter: Pick<Counter, 'records' | 'ruleSet' | 'store' | 'now'>,
  asked: Asked,
): AsyncGenerator<SearchOrFindings> {
  const { communityId, from, to } = asked;
  for await (const search of searchAnomalies(counter, asked)) {
    const { done, found } = search;
    if (found === undefined) {
      yield search;
      continue;
    }
    const findings: Findings = { from, to, at: counter.now(), of: done, ...listed(found) };
    const rules = digest(counter.ruleSet);
    await counter.records.put(KIND, keyOf(communityId), { form: FORM, rules, ...findings });
    yield findings;
  }
}

const keyOf = (communityId: string | undefined): string => JSON.stringify(communityId ?? null);

function listed(all: readonly Anomaly[]): Pick<Findings, 'found' | 'counts'> {
  const counts: Record<string, number> = {};
  const found = all.filter(({ kind }) => {
    const count = (counts[kind] ?? 0) + 1;
    counts[kind] = count;
    return count <= MOST_OF_A_KIND;
  });
  return { found, counts };
}
