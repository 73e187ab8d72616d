// The ledger of a made-up city as a store would give it back: a file for each community, one event a line.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineHandbook } from 'points-bank/define';
import { renfa2022 } from 'points-bank/rule-sets';
import { plainPopulation, simulateHistories } from 'points-bank/simulation';

/** Writes the ledger, and names its files. */
export function writeLedger(folder, { communities, volunteers }) {
  mkdirSync(folder, { recursive: true });
  const population = plainPopulation(renfa2022, { volunteers });
  return Array.from({ length: communities }, (_, index) => {
    const communityId = `community-${index + 1}`;
    const handbook = handbookOf(communityId);
    const run = {
      ruleSet: renfa2022,
      handbook,
      population,
      from: '2023-01-01',
      to: '2025-12-31',
      seed: index,
    };
    const events = [...simulateHistories(run)].flat().map((event) => ofTheCity(event, communityId));
    const file = join(folder, `${communityId}.jsonl`);
    writeFileSync(file, events.map((event) => `${JSON.stringify(event)}\n`).join(''));
    return file;
  });
}

/** In a city, no two accounts have the same id. */
function ofTheCity(event, communityId) {
  return { ...event, data: { ...event.data, accountId: `${communityId}/${event.data.accountId}` } };
}

function handbookOf(communityId) {
  const title = { 'zh-CN': '家电维修', en: 'Appliance repair' };
  const rewards = [{ rewardId: 'repair', kind: 'service', title, price: 2 }];
  return defineHandbook({ communityId, version: '1', published: '2023-01-01', filed: '2023-01-05', rewards });
}
