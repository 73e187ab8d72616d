import * as z from 'zod';
import { formOf } from './form.js';
import type { Path } from './problem.js';

/** The names of the members that a schema has for the object at a path of a value; none where it has no object there. */
export function membersAt(schema: z.ZodType, value: unknown, path: Path): readonly string[] {
  const form = formOf(innermost(schema));
  if (form === undefined || form.kind === 'leaf' || form.kind === 'literal') return [];
  if (form.kind === 'variants') {
    const word = memberOf(value, form.by);
    const option = form.options.find((one) => isOf(one, form.by, word));
    return option === undefined ? [] : membersAt(option, value, path);
  }
  const [step, ...rest] = path;
  if (step === undefined) return form.kind === 'object' ? Object.keys(form.members) : [];
  const member = form.kind === 'object' ? (form.members[String(step)] as z.ZodType) : form.member;
  return membersAt(member, memberOf(value, step), rest);
}

/** Whether an option is the one that a word tells. */
function isOf(option: z.ZodType, by: string, word: unknown): boolean {
  const form = formOf(option);
  const told = form?.kind === 'object' ? formOf(form.members[by] as z.ZodType) : undefined;
  return told?.kind === 'literal' && told.word === word;
}

function memberOf(value: unknown, name: PropertyKey): unknown {
  return (value as { readonly [name: PropertyKey]: unknown })[name];
}

/** A schema without what says that it may be left out. */
function innermost(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodLazy
    ? innermost(schema.unwrap() as z.ZodType)
    : schema;
}
