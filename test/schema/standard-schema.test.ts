/*
 * The exported schemas as whoever knows Standard Schema alone uses them: form libraries, routers. They hold what parsing holds.
 */
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { renfa2022 } from '../../src/rule-sets.js';
import {
  commandSchema,
  eventSchema,
  handbookSchema,
  programmeSchema,
  ruleSetSchema,
  snapshotSchema,
} from '../../src/schema.js';
import { stored } from '../support/checks.js';
import { PROGRAMME } from '../support/programme.js';
import { COMMANDS, EVENTS, HANDBOOK, SNAPSHOT } from './samples.js';

type Part = Record<string, unknown>;

function validate(schema: z.ZodType, input: unknown): Part {
  return schema['~standard'].validate(input) as unknown as Part;
}

function pathsOf({ issues }: Part): string[] {
  return (issues as { path: PropertyKey[] }[]).map(({ path }) => path.map(String).join('.'));
}

function withProto(part: unknown): Part {
  return Object.defineProperty({ ...(part as Part) }, '__proto__', {
    value: { polluted: true },
    enumerable: true,
  });
}

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let i = 0; i < depth; i += 1) value = i % 2 === 0 ? [value] : { value };
  return value;
}

const EVENT = stored(EVENTS[0]) as unknown as Part & { readonly data: Part & { readonly readings: Part } };

const SCHEMAS: readonly [name: string, schema: z.ZodType, sample: Part][] = [
  ['eventSchema', eventSchema, EVENT],
  ['handbookSchema', handbookSchema, HANDBOOK],
  ['programmeSchema', programmeSchema, PROGRAMME],
  ['ruleSetSchema', ruleSetSchema, renfa2022],
  ['snapshotSchema', snapshotSchema, SNAPSHOT as Part],
];

describe.each(SCHEMAS)('%s', (_, schema, sample) => {
  test('gives a copy of what is right', () => {
    const input = stored(sample);
    const { value, issues } = validate(schema, input);
    expect(issues).toBe(undefined);
    expect(value).toEqual(sample);
    expect(value).not.toBe(input);
  });

  test('answers where anything is nested 5,000 deep', () => {
    for (const name of Object.keys(sample)) {
      expect(pathsOf(validate(schema, { ...sample, [name]: nested(5000) }))[0]).toMatch(
        new RegExp(`^${name}`),
      );
    }
    expect(pathsOf(validate(schema, nested(5000)))).toHaveLength(1);
  });

  test('answers where a getter or a proxy throws', () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(pathsOf(validate(schema, proxy))).toEqual(['']);
    for (const name of Object.keys(sample)) {
      expect(pathsOf(validate(schema, { ...sample, [name]: proxy }))).toEqual([name]);
    }
  });

  test('refuses an own __proto__ at every level', () => {
    expect(pathsOf(validate(schema, withProto(sample)))).toEqual(['__proto__']);
    for (const [name, part] of Object.entries(sample)) {
      if (typeof part !== 'object' || part === null || Array.isArray(part)) continue;
      expect(pathsOf(validate(schema, { ...sample, [name]: withProto(part) }))).toEqual([
        `${name}.__proto__`,
      ]);
    }
    expect(({} as { polluted?: true }).polluted).toBe(undefined);
  });

  test('may be a part of a schema of a host', () => {
    const hosts = z.strictObject({ of: z.array(schema) });
    expect(hosts.safeParse({ of: [stored(sample)] }).success).toBe(true);
    expect(hosts.safeParse({ of: [stored(sample), 1] }).success).toBe(false);
    expect(z.toJSONSchema(hosts, { io: 'input' })).toHaveProperty('properties.of.items');
  });
});

test('an event with metadata nested 5,000 deep is refused there', () => {
  const deep = { ...EVENT, metadata: { of: nested(5000) } };
  const { issues } = validate(eventSchema, deep);
  expect(issues).toMatchObject([{ message: 'is nested more than 64 levels deep' }]);
  expect(eventSchema.safeParse(deep).success).toBe(false);
});

test('an event with an own __proto__ among its readings or its metadata is refused there', () => {
  const { data } = EVENT;
  const readings = { ...EVENT, data: { ...data, readings: withProto(data.readings) } };
  expect(pathsOf(validate(eventSchema, readings))).toEqual(['data.readings.__proto__']);
  const metadata = { ...EVENT, metadata: { of: [withProto({ a: 1 })] } };
  expect(pathsOf(validate(eventSchema, metadata))).toEqual(['metadata.of.0.__proto__']);
});

test('a command with an own __proto__ is refused', () => {
  const command = COMMANDS.RedeemPoints?.value as Part;
  expect(validate(commandSchema, command).issues).toBe(undefined);
  expect(validate(commandSchema, withProto(command)).issues).toHaveLength(1);
  expect(validate(commandSchema, { ...command, data: withProto(command.data) }).issues).toHaveLength(1);
});
