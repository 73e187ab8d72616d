import { type Deviation, deviations, digest, type RuleSet } from 'points-bank';
import * as shipped from 'points-bank/rule-sets';
import { z } from 'zod';
import type { Records } from '../records/records.js';

const KIND = 'rule-filing';

const filingSchema = z.object({
  version: z.string(),
  digest: z.string(),
  filedOn: z.string(),
  by: z.string(),
  at: z.string(),
});

/** That rules of a community's own were filed with the supervising office: which, on what day, and who wrote it up and when. */
export type RuleFiling = z.infer<typeof filingSchema>;

/** The filings of the counter's rules. Each rule set, known by its digest, is filed once. */
export class RuleFilings {
  private readonly records: Records;

  constructor(records: Records) {
    this.records = records;
  }

  /** All filings, the newest first. */
  async all(): Promise<readonly RuleFiling[]> {
    const found = (await this.records.entries(KIND)).flatMap(
      ({ value }) => filingSchema.safeParse(value).data ?? [],
    );
    return found.sort((a, b) =>
      a.filedOn < b.filedOn ? 1 : a.filedOn > b.filedOn ? -1 : a.at < b.at ? 1 : -1,
    );
  }

  /** `false` where the rules were filed already. */
  async file(ruleSet: RuleSet, filed: Pick<RuleFiling, 'filedOn' | 'by' | 'at'>): Promise<boolean> {
    const of = digest(ruleSet);
    return this.records.add(KIND, of, { version: ruleSet.version, digest: of, ...filed });
  }
}

/** The scheme that rules were made from, and where they differ from it; the first scheme for rules of another id. */
export function differencesOf(ruleSet: RuleSet): {
  readonly base: RuleSet;
  readonly differences: readonly Deviation[];
} {
  const base = Object.values<RuleSet>(shipped).find(({ id }) => id === ruleSet.id) ?? shipped.renfa2022;
  return { base, differences: deviations(base, ruleSet) };
}
