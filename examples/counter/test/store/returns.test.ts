import type { Command, ReverseEntry } from 'points-bank';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CounterStore } from '../../src/store/counter-store.js';
import { bankWith, COMMUNITY, credit, opening, redemption } from './support/bank.js';
import { type Kind, openTested, type Tested } from './support/stores.js';

const KINDS: readonly Kind[] = ['memory', 'PGlite', 'PostgreSQL'];
const by = { office: 'community', communityId: COMMUNITY } as const;

function undo(accountId: string, reversalId: string, reverses: ReverseEntry['data']['reverses']): Command {
  const data = { accountId, reversalId, reverses, reason: '退回', on: '2023-06-02', by };
  return { type: 'ReverseEntry', data };
}

const visit = { kind: 'redemption', id: 'r1' } as const;

describe.each(KINDS)('what comes back to the shelf: %s', (kind) => {
  let tested: Tested;
  let store: CounterStore;
  const become = async (command: Command): Promise<string> => {
    const { decision } = await store.handle(command);
    return decision.accepted ? 'accepted' : decision.refusal.code;
  };

  beforeAll(async () => {
    tested = await openTested(kind, bankWith(2));
    store = tested.store;
    for (const accountId of ['ann', 'ben', 'cleo']) {
      await store.handle(opening(accountId));
      await store.handle(credit(accountId, 'hearing'));
    }
  });
  afterAll(() => tested.remove());

  it('is there for the next one, until its redemption comes back', async () => {
    expect(await become(redemption('ann', 'r1', 'rice'))).toBe('accepted');
    expect(await become(redemption('ben', 'r1', 'rice'))).toBe('accepted');
    expect(await become(redemption('cleo', 'r1', 'rice'))).toBe('out-of-stock');
    expect(await become(undo('ann', 'u1', visit))).toBe('accepted');
    expect(await become(undo('ann', 'u2', { kind: 'reversal', id: 'u1' }))).toBe('accepted');
    expect(await become(redemption('cleo', 'r1', 'rice'))).toBe('out-of-stock');
    expect(await become(undo('ben', 'u1', visit))).toBe('accepted');
    expect(await become(redemption('cleo', 'r1', 'rice'))).toBe('accepted');
  });

  it('is counted alike when everything is counted anew', async () => {
    await store.projections.rebuild();
    expect(await become(redemption('ben', 'r2', 'rice'))).toBe('out-of-stock');
    expect(await become(undo('cleo', 'u1', visit))).toBe('accepted');
    expect(await become(redemption('ben', 'r2', 'rice'))).toBe('accepted');
    expect(await become(redemption('cleo', 'r2', 'rice'))).toBe('out-of-stock');
  });

  it('comes back, and goes again, where a batch undoes', async () => {
    await store.handleAll([undo('ben', 'u3', { kind: 'redemption', id: 'r2' }), credit('ann', 'bench')]);
    await store.handleAll([undo('ben', 'u4', { kind: 'reversal', id: 'u3' })]);
    expect(await become(redemption('cleo', 'r3', 'rice'))).toBe('out-of-stock');
    await store.handleAll([undo('ben', 'u5', { kind: 'reversal', id: 'u4' }), credit('ann', 'bench')]);
    expect(await become(redemption('cleo', 'r3', 'rice'))).toBe('accepted');
  });
});
