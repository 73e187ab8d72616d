import type { HandedOn } from '../account/commands/carried-event.js';
import type { By, RedemptionLine, ReversedEntry, VerifyEntry } from '../account/commands/command.js';
import { BY, COMMAND_FIELDS, HANDED_ON } from '../account/commands/fields.js';
import type { Barred, Clause, NamedPart, RewardKind } from '../rules/rule-set.js';
import { isRecord, type Json } from '../values/json.js';
import type { Text } from '../values/text.js';
import type { WindowKind } from '../values/window.js';
import {
  asSchema,
  build,
  exactly,
  leaf,
  literal,
  map,
  named,
  object,
  omissible,
  oneOf,
  type Schema,
} from './build.js';
import { fieldSchema } from './command-fields.js';
import { clause, freeText, locale, slug } from './leaves.js';

/*
 * Parts that commands, events, rule sets and handbooks share.
 */

/** The same words in one or several languages. */
export const words: Schema<Text> = /* @__PURE__ */ named(
  'Text',
  'The same words in one or several languages, by locale.',
  () => exactly<Text>()(map(locale, freeText, 1)),
);

/** Who enters a command. */
export const by: Schema<By> = /* @__PURE__ */ named(
  'By',
  'Who enters it: the office, its community if it acts on the accounts of its own, and the persons there.',
  () => fieldSchema(BY) as Schema<By>,
);

/** What a closed account hands on. */
export const handedOn: Schema<HandedOn> = /* @__PURE__ */ named(
  'HandedOn',
  'What a closed account hands on: what it earned and spent day by day, its report-ins, posts and bars.',
  () => fieldSchema({ record: HANDED_ON }) as Schema<HandedOn>,
);

/** The entry that a verification names. */
export const verifiedEntry: Schema<VerifyEntry['data']['verifies']> = /* @__PURE__ */ build(
  () => fieldSchema(COMMAND_FIELDS.VerifyEntry.verifies) as Schema<VerifyEntry['data']['verifies']>,
);

/** The entry that a reversal names. */
export const reversedEntry: Schema<ReversedEntry> = /* @__PURE__ */ build(
  () => fieldSchema(COMMAND_FIELDS.ReverseEntry.reverses) as Schema<ReversedEntry>,
);

/** Lines of a visit: rewards, and how many of each. */
export const redemptionLines: Schema<readonly RedemptionLine[]> = /* @__PURE__ */ build(
  () => fieldSchema(COMMAND_FIELDS.RedeemPoints.lines) as Schema<readonly RedemptionLine[]>,
);

/** In which capacity a matter was entered. */
export const capacity: Schema<'service' | 'attendance'> = /* @__PURE__ */ build(() =>
  oneOf<'service' | 'attendance'>({ service: true, attendance: true }),
);

/** What a ground can bar an account from. */
export const barred: Schema<Barred> = /* @__PURE__ */ build(() =>
  oneOf<Barred>({ recognition: true, redeeming: true, earning: true }),
);

/** What is claimed. */
export const postKind: Schema<'post' | 'project'> = /* @__PURE__ */ build(() =>
  oneOf<'post' | 'project'>({ post: true, project: true }),
);

/** A service, goods, or an honour. */
export const rewardKind: Schema<RewardKind> = /* @__PURE__ */ build(() =>
  oneOf<RewardKind>({ service: true, goods: true, honour: true }),
);

/** The price of an honour. */
export const noPrice: Schema<number> = /* @__PURE__ */ build(() => asSchema<number>(literal(0)));

/** A stretch of the calendar that something is counted over. */
export const windowKind: Schema<WindowKind> = /* @__PURE__ */ named(
  'WindowKind',
  'A stretch of the calendar that something is counted over; life never ends.',
  () =>
    oneOf<WindowKind>({
      life: true,
      year: true,
      'calendar-year': true,
      'half-year': true,
      quarter: true,
      month: true,
      week: true,
      day: true,
    }),
);

/** A part that has only an id and a name. */
export const namedPart: Schema<NamedPart> = /* @__PURE__ */ build(() =>
  exactly<NamedPart>()(object({ id: slug, title: words })),
);

/** The clause of a part: that of the part it stands in where its author gives none. */
export const cited: Schema<Clause> = /* @__PURE__ */ build(() => omissible(clause));

/** A part that has only a clause and a name. */
export const citedPart: Schema<{ readonly clause: Clause; readonly title: Text }> = /* @__PURE__ */ build(
  () => object({ clause, title: words }),
);

/** Whether a value is one that JSON can hold; for private copies, which have an end. */
function isJson(value: unknown): value is Json {
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isJson);
  if (isRecord(value)) return Object.values(value).every((member) => member === undefined || isJson(member));
  return value === null || typeof value === 'string' || typeof value === 'boolean';
}

/** Anything that JSON can hold. */
export const json: Schema<unknown> = /* @__PURE__ */ build(() => leaf(isJson, 'not-json', {}));

/** An object of anything that JSON can hold. */
export const jsonObject: Schema<{ readonly [key: string]: Json }> = /* @__PURE__ */ build(() =>
  leaf((value) => isRecord(value) && isJson(value), 'not-json', { type: 'object' }),
);
