import type * as z from 'zod';
import type { Programme, ProgrammeMatter, ProgrammePost } from '../account/programme.js';
import { foldedName } from '../values/names.js';
import { exactly, list, named, nonEmpty, object, type Schema } from './build.js';
import { type CheckContext, check, type Member, reportRepeated, reportUnknown } from './check-context.js';
import { date, id, quantity, slug } from './leaves.js';
import { type Format, parseBy, schemaOf } from './parse.js';
import { postKind, words } from './parts.js';
import type { Parsed } from './problem.js';

/** The most posts, and the most matters, that a programme may have. */
const MAX_PARTS = 10_000;
/** The most days that a matter may list: those of three years. */
const MAX_DAYS = 1100;
/** The most roles that a matter may be for. */
const MAX_ROLES = 100;

const post: Schema<ProgrammePost> = /* @__PURE__ */ named(
  'ProgrammePost',
  'A post or project that a community offers.',
  () =>
    exactly<ProgrammePost>()(
      object({
        postId: id,
        title: words,
        kind: postKind.optional(),
        difficulty: slug.optional(),
        from: date.optional(),
        until: date.optional(),
        catalogue: slug.optional(),
      }),
    ),
);

const matter: Schema<ProgrammeMatter> = /* @__PURE__ */ named(
  'ProgrammeMatter',
  'Something that is done for the community: on the days listed, or on any day between two.',
  () =>
    exactly<ProgrammeMatter>()(
      object({
        matterId: id,
        title: words,
        item: slug,
        difficulty: slug.optional(),
        quantity: quantity.optional(),
        from: date.optional(),
        until: date.optional(),
        days: nonEmpty(date, MAX_DAYS).optional(),
        roles: nonEmpty(slug, MAX_ROLES).optional(),
        postId: id.optional(),
        catalogue: slug.optional(),
      }),
    ),
);

/** The most values that a programme may have, all levels counted: those of 10,000 posts and 10,000 matters. */
const MAX_VALUES = 400_000;

const programme: Schema<Programme> = /* @__PURE__ */ named(
  'Programme',
  "A community's programme: its posts and projects, and what is done.",
  () =>
    exactly<Programme>()(
      object({
        communityId: id,
        version: id,
        published: date,
        posts: list(post, 0, MAX_PARTS),
        matters: list(matter, 0, MAX_PARTS),
      }),
    ),
);

const FORMAT: Format<Programme> = {
  form: programme,
  limit: MAX_VALUES,
  check: (value, malformed) => check(value, malformed, checkProgramme),
};

function checkProgramme(context: CheckContext): void {
  const posts = context.members<ProgrammePost>(['posts']);
  const matters = context.members<ProgrammeMatter>(['matters']);
  reportSameNames(context, 'postId', posts);
  reportSameNames(context, 'matterId', matters);
  const known = new Set(posts.map(({ value }) => value.postId));
  const names = new Set([...known].map(foldedName));
  // A post that is not well formed may be the one that a matter names.
  const allKnown = context.part(['posts']) !== undefined;
  for (const { at, value } of posts) reportBackwards(context, { at, value });
  for (const { at, value } of matters) {
    reportBackwards(context, { at, value });
    const { days, difficulty, from, postId, quantity: much, roles = [], until } = value;
    if (days === undefined && from === undefined) context.report([...at, 'from'], 'missing');
    if (days !== undefined && (from !== undefined || until !== undefined)) {
      context.report([...at, 'days'], 'not-both', from === undefined ? 'until' : 'from');
    }
    if (difficulty !== undefined && much !== undefined) {
      context.report([...at, 'quantity'], 'not-both', 'difficulty');
    }
    reportRepeated(context, { at: [...at, 'days'], value: days ?? [] });
    reportRepeated(context, { at: [...at, 'roles'], value: roles });
    if (allKnown && postId !== undefined && !names.has(foldedName(postId))) {
      reportUnknown(context, [...at, 'postId'], 'unknown-post', postId, known);
    }
  }
}

/** Reports parts whose names differ in width, case or spaces alone: they could not be told apart. */
function reportSameNames<Id extends 'postId' | 'matterId'>(
  context: CheckContext,
  name: Id,
  parts: readonly Member<{ readonly [N in Id]: string }>[],
): void {
  const seen = new Map<string, string>();
  for (const { at, value } of parts) {
    const folded = foldedName(value[name]);
    const other = seen.get(folded);
    if (other === undefined) seen.set(folded, value[name]);
    else context.report([...at, name], 'duplicate', other);
  }
}

function reportBackwards(
  context: CheckContext,
  { at, value }: Pick<Member<Pick<ProgrammePost, 'from' | 'until'>>, 'at' | 'value'>,
): void {
  const { from, until } = value;
  if (from !== undefined && until !== undefined && until < from) {
    context.report([...at, 'until'], 'backwards', from);
  }
}

/**
 * The schema of a programme, for hosts that compose schemas of zod or take Standard Schema. `parseProgramme` is for input that nobody
 * knows.
 */
export const programmeSchema: z.ZodType<Programme, Programme> = /* @__PURE__ */ schemaOf(FORMAT);

/**
 * Parses a programme from anything.
 *
 * @returns the programme, deeply frozen; or every problem. Never throws.
 *
 * @example
 * ```ts
 * import { parseProgramme } from 'points-bank/schema'
 *
 * const parsed = parseProgramme({ communityId: 'linan', version: '2023-1', published: '2023-03-01', posts: [], matters: [] })
 * if (parsed.ok) console.log(parsed.value.version) // → 2023-1
 * ```
 */
export function parseProgramme(input: unknown): Parsed<Programme> {
  return parseBy(FORMAT, input);
}
