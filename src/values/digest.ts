// The class that the package's `sha256` is made of: what that brings besides is not used here.
import { _SHA256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from './json.js';

/** SHA-256 over the canonical JSON of a value, as 64 hexadecimal digits. */
export function digestOf(value: unknown): string {
  let digits = '';
  for (const byte of new _SHA256().update(utf8ToBytes(canonicalJson(value))).digest())
    digits += byte.toString(16).padStart(2, '0');
  return digits;
}
