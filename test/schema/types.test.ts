/*
 * The types are written by hand, where they can be documented; the schemas are written beside them. `exactly` compiles only where
 * the two say the same, which these tests hold it to: the compiler runs them.
 */
import { describe, expectTypeOf, test } from 'vitest';
import * as z from 'zod';
import type { Command, CreditActivity } from '../../src/account/commands/command.js';
import type { BankEvent } from '../../src/account/events/event.js';
import type { Handbook, Reward } from '../../src/account/handbook.js';
import type { Programme } from '../../src/account/programme.js';
import type { Snapshot } from '../../src/account/state/snapshot.js';
import type { RuleSet } from '../../src/rules/rule-set.js';
import { exactly, oneOf, type ShapeOf } from '../../src/schema/build.js';
import {
  type commandSchema,
  eventSchema,
  handbookSchema,
  type Parsed,
  parseCommand,
  parseEvent,
  parseEvents,
  parseRuleSet,
  type programmeSchema,
  type ruleSetSchema,
  type snapshotSchema,
} from '../../src/schema.js';

test('the schemas have the types written by hand', () => {
  expectTypeOf<z.infer<typeof commandSchema>>().toEqualTypeOf<Command>();
  expectTypeOf<z.infer<typeof eventSchema>>().toEqualTypeOf<BankEvent>();
  expectTypeOf<z.infer<typeof ruleSetSchema>>().toEqualTypeOf<RuleSet>();
  expectTypeOf<z.infer<typeof handbookSchema>>().toEqualTypeOf<Handbook>();
  expectTypeOf<z.infer<typeof programmeSchema>>().toEqualTypeOf<Programme>();
  expectTypeOf<z.infer<typeof snapshotSchema>>().toEqualTypeOf<Snapshot>();
});

test('the schemas take what they give, for whoever infers their input', () => {
  expectTypeOf<z.input<typeof eventSchema>>().toEqualTypeOf<BankEvent>();
  expectTypeOf<z.input<typeof ruleSetSchema>>().toEqualTypeOf<RuleSet>();
  expectTypeOf<z.input<typeof handbookSchema>>().toEqualTypeOf<Handbook>();
  expectTypeOf<z.input<typeof programmeSchema>>().toEqualTypeOf<Programme>();
  expectTypeOf<z.input<typeof snapshotSchema>>().toEqualTypeOf<Snapshot>();
  const request = z.strictObject({ handbook: handbookSchema.optional(), events: z.array(eventSchema) });
  expectTypeOf<z.input<typeof request>>().toEqualTypeOf<{
    handbook?: Handbook | undefined;
    events: BankEvent[];
  }>();
  type Standard = NonNullable<(typeof eventSchema)['~standard']['types']>;
  expectTypeOf<Standard['input']>().toEqualTypeOf<BankEvent>();
});

test('what is parsed has them too', () => {
  expectTypeOf(parseCommand).returns.toEqualTypeOf<Parsed<Command>>();
  expectTypeOf(parseEvent).returns.toEqualTypeOf<Parsed<BankEvent>>();
  expectTypeOf(parseEvents).returns.toEqualTypeOf<Parsed<readonly BankEvent[]>>();
  expectTypeOf(parseRuleSet).returns.toEqualTypeOf<Parsed<RuleSet>>();
});

describe('exactly', () => {
  type Data = {
    readonly id: string;
    readonly note?: string;
    readonly kinds: readonly ('a' | 'b')[];
    readonly of: { readonly by: 'x' } | { readonly by: 'y'; readonly n: number };
  };
  const of = z.union([
    z.strictObject({ by: z.literal('x') }),
    z.strictObject({ by: z.literal('y'), n: z.number() }),
  ]);
  const kinds = z.array(z.enum(['a', 'b']));
  const note = z.string().optional();
  const id = z.string();

  test('takes the same type, read-only or not, an optional member spelt out or not', () => {
    expectTypeOf(exactly<Data>()(z.strictObject({ id, note, kinds, of }))).toEqualTypeOf<
      z.ZodType<Data, Data>
    >();
  });

  test('does not compile where the schema and the type differ', () => {
    // @ts-expect-error a member is missing
    exactly<Data>()(z.strictObject({ note, kinds, of }));
    // @ts-expect-error a member is missing that may be left out
    exactly<Data>()(z.strictObject({ id, kinds, of }));
    // @ts-expect-error a member is one too many
    exactly<Data>()(z.strictObject({ id, note, kinds, of, more: id }));
    // @ts-expect-error a member is one too many, though it may be left out
    exactly<Data>()(z.strictObject({ id, note, kinds, of, more: note }));
    // @ts-expect-error a member may be left out that may not
    exactly<Data>()(z.strictObject({ id: id.optional(), note, kinds, of }));
    // @ts-expect-error a member may not be left out that may
    exactly<Data>()(z.strictObject({ id, note: id, kinds, of }));
    // @ts-expect-error a word is missing
    exactly<Data>()(z.strictObject({ id, note, kinds: z.array(z.enum(['a'])), of }));
    // @ts-expect-error a word is one too many
    exactly<Data>()(z.strictObject({ id, note, kinds: z.array(z.enum(['a', 'b', 'c'])), of }));
    // @ts-expect-error a variant is missing
    exactly<Data>()(z.strictObject({ id, note, kinds, of: z.strictObject({ by: z.literal('x') }) }));
    // @ts-expect-error null is not undefined
    exactly<Data>()(z.strictObject({ id, note: id.nullish(), kinds, of }));
    // @ts-expect-error anything is not something
    exactly<Data>()(z.strictObject({ id: z.unknown(), note, kinds, of }));
  });

  test('does not compile for commands and rewards with a field forgotten', () => {
    type Activity = CreditActivity['data'];
    const shape = {} as ShapeOf<Activity>;
    exactly<Activity>()(z.strictObject(shape));
    const { quantity: _, ...forgotten } = shape;
    // @ts-expect-error the quantity is forgotten: an optional member all the same
    forgotten satisfies ShapeOf<Activity>;
    const reward = {} as ShapeOf<Omit<Reward, 'price'>>;
    // @ts-expect-error the price is forgotten
    exactly<Reward>()(z.strictObject(reward));
  });

  test('a word that is missing from one of some words does not compile', () => {
    // @ts-expect-error b is missing
    oneOf<'a' | 'b'>({ a: true });
    // @ts-expect-error c is one too many
    oneOf<'a' | 'b'>({ a: true, b: true, c: true });
  });
});
