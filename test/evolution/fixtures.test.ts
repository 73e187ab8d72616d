import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { verifyChain } from '../../src/audit.js';
import { type BankEvent, EVENT_VERSIONS, FOLD_VERSION, fold, upcast } from '../../src/index.js';
import { jsonSchemas, parseEvents } from '../../src/schema.js';
import { frozen, stored } from '../support/checks.js';
import {
  allFiles,
  checksumOf,
  checksums,
  fixtures,
  frozenAccount,
  frozenView,
  storedEvents,
  viewOf,
  write,
} from './fixtures.js';

/*
 * What a release wrote is read for ever, and comes to the same. `WRITE_FIXTURES=<version> npm test -- test/evolution` freezes the
 * streams of a new release, or the accounts of a new version of the fold; then the new end of the list is noted here. What is frozen
 * is never written again.
 */
const RELEASED: readonly { readonly lines: number; readonly digest: string }[] = [
  { lines: 45, digest: '352b2db0422bbb5dccf82872fa8718162fca7b169222756627c99625c860e119' },
  { lines: 60, digest: '348599c7b4c6bb2b759b2e3ebf989f4af7d5174d6e72562faec29693c9cdbd83' },
  { lines: 75, digest: '5ffedab53cf41f947733bfd3e691e9730636f40d3f80b4a31650415e43c28c4e' },
  { lines: 78, digest: 'cbd2e7b4603fd4a1a01fe1f6f900481b8584372d3a3a8688f7f72ffdff7d72df' },
];

const release = process.env.WRITE_FIXTURES;
if (release !== undefined) console.log(`written: ${write(release).join(', ') || 'nothing'}`);

describe('the list of fixtures', () => {
  test('has every file as it was frozen, and no file is missing in it', () => {
    expect(allFiles().map(checksumOf).sort()).toEqual(checksums().sort());
  });

  test('has only been added to', () => {
    const lines = checksums();
    const known = RELEASED.map(({ lines: count }) => ({
      lines: count,
      digest: createHash('sha256').update(lines.slice(0, count).join('\n')).digest('hex'),
    }));
    expect(known).toEqual(RELEASED);
    expect(lines.length).toBe(RELEASED.at(-1)?.lines);
  });
});

describe.each(fixtures())('$release: $stream', (fixture) => {
  const lines = storedEvents(fixture);

  test('comes to what it has always come to', () => {
    expect(viewOf(lines)).toEqual(frozenView(fixture));
  });

  test('makes the account that this version of the fold has always made', () => {
    const account = fold(lines.flatMap((event): BankEvent[] => upcast(event)));
    expect(stored(account)).toEqual(frozenAccount(fixture, FOLD_VERSION));
  });

  test('is of the form that the schema has, once it is brought up to date', () => {
    const parsed = parseEvents(lines);
    expect(parsed.ok ? [] : parsed.problems).toEqual([]);
    expect(parsed.ok && parsed.value).toEqual(lines.flatMap((event) => upcast(event)));
  });

  test('is brought up to date step by step, once and for all, and left as it is', () => {
    for (const line of frozen(stored(lines))) {
      const now = upcast(line);
      expect(now.map(({ type, metadata }) => metadata?.schemaVersion ?? EVENT_VERSIONS[type])).toEqual(
        now.map(({ type }) => EVENT_VERSIONS[type]),
      );
      expect(now.flatMap((event) => upcast(event))).toEqual(now);
      // What the host put beside the version stays.
      const { schemaVersion: _, ...beside } = line.metadata ?? {};
      for (const event of now) expect(event.metadata).toMatchObject(beside);
    }
  });
});

test('a sealed stream is whole for ever: the form of a seal does not change', () => {
  const sealed = fixtures().filter(({ stream }) => stream === 'sealed');
  expect(sealed.length).toBeGreaterThan(0);
  for (const fixture of sealed) {
    const { chain } = frozenView(fixture) as { chain: { length: number; head: string } };
    expect(verifyChain(storedEvents(fixture), chain)).toEqual({ ok: true, ...chain });
  }
});

describe('between them the fixtures', () => {
  const all = fixtures().flatMap(storedEvents);

  test('have every version of every type of event', () => {
    const seen = new Set(all.map(({ type, metadata }) => `${type} ${metadata?.schemaVersion ?? 1}`));
    const wanted = Object.entries(EVENT_VERSIONS).flatMap(([type, newest]) =>
      Array.from({ length: newest }, (_, n) => `${type} ${n + 1}`),
    );
    expect([...seen].sort()).toEqual(wanted.sort());
    // And one that does not say its version.
    expect(all.some(({ metadata }) => metadata === undefined)).toBe(true);
  });

  test('have every member that an event of the current form can have', () => {
    const seen = new Set(
      all.flatMap((event) => upcast(event)).flatMap((event) => membersOf(event.data, event.type)),
    );
    // A claim is scored by difficulty, and by itself: its command names no quantity, and no other entry scores with it.
    const never = [
      ...['quantity', 'unit', 'lowers'],
      ...['', '.per', '.window', '.before'].map((part) => `addedUp${part}`),
      'takesAll',
      ...['', '.clause', '.maximum', '.held', '.took', '.highest'].map((part) => `matter${part}`),
      'limits[].unit',
    ].map((member) => `PostClaimed.${member}`);
    expect(schemaMembers().filter((member) => !seen.has(member))).toEqual(never);
  });
});

/** The paths of a value's members, lists as `[]`. */
function membersOf(value: unknown, path: string): string[] {
  if (Array.isArray(value)) return value.flatMap((member) => membersOf(member, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => [
    `${path}.${name}`,
    ...membersOf(member, `${path}.${name}`),
  ]);
}

type Schema = { readonly [keyword: string]: unknown };

/** The paths of the members that the JSON Schema of events names. */
function schemaMembers(): string[] {
  const root = jsonSchemas().event as Schema;
  const definitions = (root.$defs ?? {}) as { readonly [name: string]: Schema };
  const walk = (schema: Schema, path: string): string[] => {
    if (typeof schema.$ref === 'string') {
      return walk(definitions[schema.$ref.split('/').at(-1) ?? ''] ?? {}, path);
    }
    const branches = [schema.anyOf, schema.oneOf, schema.allOf].flatMap((list) => (list ?? []) as Schema[]);
    const items = schema.items === undefined ? [] : walk(schema.items as Schema, `${path}[]`);
    const members = Object.entries((schema.properties ?? {}) as { readonly [name: string]: Schema });
    return [
      ...members.flatMap(([name, member]) => [`${path}.${name}`, ...walk(member, `${path}.${name}`)]),
      ...items,
      ...branches.flatMap((branch) => walk(branch, path)),
    ];
  };
  const events = (definitions.Event?.oneOf ?? []) as readonly { readonly $ref: string }[];
  return events.flatMap(({ $ref }) => {
    const type = $ref.replace('#/$defs/', '');
    return walk(definitions[`${type}Data`] ?? {}, type);
  });
}
