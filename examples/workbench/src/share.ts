import type { RuleSet } from 'points-bank';
import { sameQuestions } from './rules/evaluate.js';
import { difference, isObject, type JsonObject, patched } from './rules/json.js';
import { nameOf, ruleSetOf } from './rules/rule-sets.js';

/** The most that a link may unpack to, in characters; the first scheme has some 40,000. */
const MOST_UNPACKED = 2_000_000;

export type Shared = { readonly base: RuleSet; readonly draft: JsonObject };

/** A draft as the fragment of an address: what it changes of its base, or all of it where its questions are others. */
export async function toFragment({ base, draft }: Shared): Promise<string> {
  const from = base as unknown as JsonObject;
  const fragment = new URLSearchParams({ base: nameOf(base) });
  const change = difference(from, draft);
  if (Object.keys(change).length > 0) {
    const whole = !sameQuestions(from, draft);
    fragment.set(whole ? 'rules' : 'change', await packed(JSON.stringify(whole ? draft : change)));
  }
  return fragment.toString();
}

/** The draft that a fragment holds; that of the base alone where it holds none that can be read. */
export async function fromFragment(fragment: string): Promise<Shared & { readonly unreadable: boolean }> {
  const given = new URLSearchParams(fragment.replace(/^#/, ''));
  const base = ruleSetOf(given.get('base'));
  const from = base as unknown as JsonObject;
  const [rules, change] = [given.get('rules'), given.get('change')];
  if (rules === null && change === null) return { base, draft: from, unreadable: false };
  try {
    const part: unknown = JSON.parse(await unpacked(rules ?? change ?? ''));
    if (!isObject(part)) throw new TypeError('not an object');
    const draft = rules === null ? (patched(from, part) as JsonObject) : part;
    return { base, draft, unreadable: false };
  } catch {
    return { base, draft: from, unreadable: true };
  }
}

async function packed(written: string): Promise<string> {
  const stream = new Blob([written]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

async function unpacked(written: string): Promise<string> {
  const binary = atob(written.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
  const stream = new Blob([bytes])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'))
    .pipeThrough(new TextDecoderStream());
  let text = '';
  for await (const chunk of stream as unknown as AsyncIterable<string>) {
    text += chunk;
    // A few characters can unpack to very many.
    if (text.length > MOST_UNPACKED) throw new RangeError('too long');
  }
  return text;
}
