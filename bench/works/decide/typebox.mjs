// TypeBox, compiled to a function that tells whether a value fits and copies nothing.
import { Type } from '@sinclair/typebox';
import { TypeCompiler } from '@sinclair/typebox/compiler';
import { DATE, FREE_TEXT, ID } from '../../harness/patterns.mjs';
import { guardedBy } from './checked.mjs';

const STRICT = { additionalProperties: false };
const id = Type.String({ minLength: 1, maxLength: 256, pattern: ID });
const on = Type.String({ pattern: DATE });
const persons = { recorder: Type.Optional(id), approvedBy: Type.Optional(id) };
const by = Type.Union([
  Type.Object({ office: Type.Literal('community'), communityId: id, ...persons }, STRICT),
  Type.Object({ office: Type.Literal('subdistrict'), ...persons }, STRICT),
]);
const of = (type, data) =>
  Type.Object(
    {
      type: Type.Literal(type),
      data: Type.Object({ accountId: id, ...data, on, by, recordedOn: Type.Optional(on) }, STRICT),
    },
    STRICT,
  );

const compiled = TypeCompiler.Compile(
  Type.Union([
    of('CreditActivity', {
      item: id,
      matterId: id,
      difficulty: Type.Optional(id),
      quantity: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 1_000_000 })),
      postId: Type.Optional(id),
      catalogue: Type.Optional(id),
      clause: Type.Optional(id),
      note: Type.Optional(Type.String({ minLength: 1, maxLength: 2000, pattern: FREE_TEXT })),
      memberId: Type.Optional(id),
    }),
    of('ClaimPost', {
      postId: id,
      kind: Type.Union([Type.Literal('post'), Type.Literal('project')]),
      difficulty: Type.Optional(id),
      catalogue: Type.Optional(id),
    }),
    of('ReportIn', { formComplete: Type.Optional(Type.Boolean()), memberId: Type.Optional(id) }),
  ]),
);

export const decider = guardedBy((input) => compiled.Check(input));
