import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verifyChain } from '../../src/audit.js';
import { type Chain, chains } from './histories.js';
import { tampering, WAYS, type Way } from './tamper.js';

/*
 * Every single change of a sealed history is detected: of a byte, a field, an entry or the order. `TAMPERINGS=100000 npm test --
 * test/audit` is the long run.
 */
const RUNS = Number(process.env.TAMPERINGS ?? 5000);
const CHAINS = chains(60, 2, 12);
const chainAt = (n: number): Chain => CHAINS[n % CHAINS.length] as Chain;

/** Tampers, verifies, and returns the mistake in the verdict; `undefined` if the chain was not changed. */
function judge(way: string, chain: Chain, other: Chain, dice: readonly number[]): string | undefined {
  const tampered = (WAYS[way] as Way)(chain, other, dice);
  if (tampered === undefined) return undefined;
  const { events, at, fault, needsEnd } = tampered;
  const against = verifyChain(events, chain.end);
  const alone = needsEnd ? against : verifyChain(events);
  if (against.ok || alone.ok) return 'missed';
  const right = (fault ?? against.fault) === against.fault && (at ?? against.at) === against.at;
  return right ? 'found' : `${against.fault} at ${against.at}, where it is ${fault} at ${at}`;
}

test(`${RUNS} single changes of a sealed history are found, none missed`, () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(tampering, ([way, one, another, dice]) => {
      const other = chainAt(one + 1 + (another % (CHAINS.length - 1)));
      const verdict = judge(way, chainAt(one), other, dice);
      // A change without effect does not count.
      fc.pre(verdict !== undefined);
      seen.set(way, (seen.get(way) ?? 0) + 1);
      expect(verdict).toBe('found');
    }),
    { numRuns: RUNS },
  );
  // Every way was used.
  expect([...seen.keys()].sort()).toEqual(Object.keys(WAYS).sort());
  if (process.env.TAMPERINGS !== undefined) console.log(Object.fromEntries(seen));
});

describe('every single character of a stored chain', () => {
  const [chain] = CHAINS as [Chain];
  const events = chain.events.slice(0, 2);
  const text = JSON.stringify(events);

  test('is detected if it changes', () => {
    const missed: string[] = [];
    for (let i = 0; i < text.length; i += 1) {
      for (const put of ['', text[i] === '7' ? '8' : '7']) {
        const altered = text.slice(0, i) + put + text.slice(i + 1);
        let read: unknown;
        try {
          read = JSON.parse(altered);
        } catch {
          continue;
        }
        if (Array.isArray(read) && verifyChain(read, events[1]?.metadata.hash).ok) missed.push(altered);
      }
    }
    expect(missed).toEqual([]);
  });
});
