import type { Counter } from '../counter.js';

/** The number after the highest one of a community, such as `linan-0042` after `linan-0041`. */
export async function nextAccountId(counter: Counter, communityId: string): Promise<string> {
  const ledger = await counter.ledger.caughtUp();
  let prefix = `${communityId}-`;
  let highest = 0;
  let width = 4;
  for (const [id] of ledger.accountsOf(communityId)) {
    const [, before = '', digits = ''] = /^(.*?)(\d{1,9})$/.exec(id) ?? [];
    if (digits === '' || Number(digits) < highest) continue;
    prefix = before;
    highest = Number(digits);
    width = digits.length;
  }
  return `${prefix}${String(highest + 1).padStart(width, '0')}`;
}
