import { COMMUNITY, HANDBOOK } from '../../data/histories.mjs';
import { entry } from '../../harness/library.mjs';

/** A plain population over three years, with something to redeem. */
export async function runOptions(volunteers) {
  const { renfa2022 } = await entry('rule-sets');
  const { plainPopulation } = await entry('simulation');
  const handbook = { ...HANDBOOK, communityId: COMMUNITY };
  const population = plainPopulation(renfa2022, { volunteers });
  return { ruleSet: renfa2022, handbook, population, from: '2023-01-01', to: '2025-12-31', seed: 1 };
}
