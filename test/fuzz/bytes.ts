/*
 * Raw bytes: the text of a value with bytes changed, taken out, put in, doubled or cut off, and read as JSON where it still is some.
 */
import type { Dice } from './dice.js';

const TOKENS = [
  '{',
  '}',
  '[',
  ']',
  '"',
  ':',
  ',',
  '\\',
  'null',
  '1e400',
  '-0',
  '0x1',
  '{"__proto__":{"polluted":1}}',
  '[[[[[[[[',
  '\ufeff',
];
const decoder = new TextDecoder();

/** What a host gets from such bytes: data, or the text itself where it is no JSON, or the bare bytes. */
export function fromBytes(sample: unknown, dice: Dice): unknown {
  let bytes = [...new TextEncoder().encode(JSON.stringify(sample))];
  const changes = 1 + dice.below(3);
  for (let n = 0; n < changes; n += 1) bytes = changed(bytes, dice);
  const text = decoder.decode(Uint8Array.from(bytes));
  try {
    return JSON.parse(text);
  } catch {
    return dice.below(4) === 0 ? Uint8Array.from(bytes) : text;
  }
}

function changed(bytes: readonly number[], dice: Dice): number[] {
  const at = dice.below(bytes.length + 1);
  const [before, after] = [bytes.slice(0, at), bytes.slice(at)];
  switch (dice.below(6)) {
    case 0:
      return [...before, ...after.slice(1)];
    case 1:
      return [...before, dice.below(256), ...after];
    case 2:
      return [...before, ...new TextEncoder().encode(dice.of(TOKENS)), ...after];
    case 3:
      return [...before, ...after.slice(0, dice.below(30)), ...after];
    case 4:
      return dice.below(4) === 0 ? before : [...before, ...after.slice(dice.below(9))];
    default:
      return [...before, dice.below(4) === 0 ? dice.below(256) : 32 + dice.below(95), ...after.slice(1)];
  }
}
