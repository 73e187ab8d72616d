import { describe, expect, expectTypeOf, test } from 'vitest';
import { EVENT_VERSIONS, type StoredEvent, UPCASTERS, type Upcasters, upcast } from '../../src/index.js';
import { eventSchema } from '../../src/schema.js';
import { stored } from '../support/checks.js';
import { fixtures, storedEvents } from './fixtures.js';
import { type Form, type PointsRedeemedV1, type PointsRedeemedV2, step } from './forms.js';

const OLD = fixtures()
  .flatMap(storedEvents)
  .filter(({ type, metadata }) => {
    const newest = EVENT_VERSIONS[type as keyof typeof EVENT_VERSIONS];
    return ((metadata?.schemaVersion as number | undefined) ?? 1) < newest;
  });

describe('the library’s steps, on every old event that is frozen', () => {
  test('there are some', () => {
    expect(OLD.map(({ type }) => type)).toEqual(['PointsRedeemed', 'PointsRedeemed']);
  });

  test('lead to the form that the schema has', () => {
    for (const old of OLD) {
      for (const now of upcast(old)) expect(eventSchema.safeParse(now).success).toBe(true);
      // And the old form is not taken for the new one.
      expect(eventSchema.safeParse(old).success).toBe(false);
    }
  });

  test('do what a step with the types of both forms does', () => {
    const typed: Upcasters = {
      PointsRedeemed: {
        1: step<PointsRedeemedV1, PointsRedeemedV2>(({ type, data: { reward, ...data }, metadata }) => [
          { type, data: { ...data, lines: [reward] }, metadata: { ...metadata, schemaVersion: 2 } },
        ]),
      },
    };
    for (const old of OLD) expect(upcast(old, typed)).toEqual(upcast(old, UPCASTERS));
  });
});

describe('steps with types', () => {
  type Welcomed = Form<'Welcomed', 1, { readonly who: string }>;
  type GreetedV1 = Form<'Greeted', 1, { readonly name: string }>;
  type GreetedV2 = Form<'Greeted', 2, { readonly given: string; readonly family: string }>;
  type Paired = Form<'Paired', 1, { readonly first: string; readonly second: string }>;
  type Noted = Form<'Noted', 1, { readonly text: string }>;

  const steps: Upcasters = {
    Welcomed: {
      1: step<Welcomed, GreetedV1>(({ data }) => [
        { type: 'Greeted', data: { name: data.who }, metadata: { schemaVersion: 1 } },
      ]),
    },
    Greeted: {
      1: step<GreetedV1, GreetedV2>(({ type, data }) => {
        const [given = '', family = ''] = data.name.split(' ');
        return [{ type, data: { given, family } }];
      }),
    },
    Paired: {
      1: step<Paired, Welcomed>(({ data }) => [
        { type: 'Welcomed', data: { who: data.first } },
        { type: 'Welcomed', data: { who: data.second } },
      ]),
    },
    Noted: { 1: step<Noted, never>(() => []) },
  };
  const current = { ...EVENT_VERSIONS, Greeted: 2 };
  const now = (event: StoredEvent) => upcast(event, steps, current) as unknown as StoredEvent[];

  test('rename, split, drop, and bump the version at each step', () => {
    const greeted = (given: string, family: string) => ({
      type: 'Greeted',
      data: { given, family },
      metadata: { schemaVersion: 2 },
    });
    expect(now({ type: 'Welcomed', data: { who: 'Ada L' } })).toEqual([greeted('Ada', 'L')]);
    expect(now({ type: 'Paired', data: { first: 'Ada L', second: 'Max B' } })).toEqual([
      greeted('Ada', 'L'),
      greeted('Max', 'B'),
    ]);
    expect(now({ type: 'Noted', data: { text: 'x' } })).toEqual([]);
  });

  test('twice is once, and what came in is left as it was', () => {
    const event = { type: 'Paired', data: { first: 'Ada L', second: 'Max B' } };
    const before = stored(event);
    const once = now(event);
    expect(once.flatMap(now)).toEqual(once);
    expect(event).toEqual(before);
  });

  test('do not compile where they leave a member out, or read one that is not there', () => {
    // @ts-expect-error: `family` is missing
    step<GreetedV1, GreetedV2>(({ type, data }) => [{ type, data: { given: data.name } }]);
    // @ts-expect-error: version 1 has no `given`
    step<GreetedV1, GreetedV2>(({ type, data }) => [{ type, data: { given: data.given, family: '' } }]);
    step<PointsRedeemedV1, PointsRedeemedV2>(({ type, data }) => [
      // @ts-expect-error: a reward has to become a list of lines
      { type, data: { ...data, lines: data.reward } },
    ]);
    expectTypeOf(step<Noted, never>).returns.toEqualTypeOf<Upcasters[string][number]>();
  });
});
