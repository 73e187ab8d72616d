import fc, { type Arbitrary } from 'fast-check';
import type { Command } from '../../account/commands/command.js';

/** Has an invisible character, which ids must not have. */
const INVISIBLE = 'a\u200bb';
const NO_DAY = '2023-02-30';

/** Values that do not fit a field; {@link fits} tells the exceptions. */
const MISFITS: readonly unknown[] = [
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  1.005,
  2 ** 53,
  null,
  [],
  {},
  '',
  ' ',
  'a\u0000b',
  INVISIBLE,
  NO_DAY,
  'x'.repeat(5000),
];

/** Whether one of {@link MISFITS} fits a field after all: an id can look like a date, and a free text can have invisible characters. */
function fits(field: string, value: unknown): boolean {
  if (value === NO_DAY) return !DAYS.includes(field);
  return value === INVISIBLE && FREE_TEXTS.includes(field);
}

const DAYS: readonly string[] = ['on', 'recordedOn', 'from', 'until'];
const FREE_TEXTS: readonly string[] = ['reason', 'note'];

/** Spoils a well-formed command in one place: a missing field, an unknown field, or an invalid value. */
export function badCommandOf(command: Command): Arbitrary<unknown> {
  const data = command.data as unknown as Record<string, unknown>;
  const required = Object.keys(data).filter(
    (field) => !OPTIONAL.includes(field) && !(field === 'lines' && command.type === 'ReverseEntry'),
  );
  const missing = fc.constantFrom(...required).map((field) => {
    const { [field]: _gone, ...rest } = data;
    return { ...command, data: rest };
  });
  const unknown = fc.constantFrom('points2', '__proto__', 'constructor', '备注').map((field) => ({
    ...command,
    data: Object.fromEntries([...Object.entries(data), [field, 1]]),
  }));
  const wrong = fc
    .tuple(fc.constantFrom(...Object.keys(data)), fc.constantFrom(...MISFITS))
    .filter(([field, value]) => !fits(field, value))
    .map(([field, value]) => ({ ...command, data: { ...data, [field]: value } }));
  const shapeless = fc.constantFrom<unknown>(
    null,
    undefined,
    1,
    'OpenAccount',
    [],
    {},
    { type: command.type },
    { type: 'Nothing', data },
  );
  return fc.oneof(missing, unknown, wrong, shapeless);
}

const OPTIONAL: readonly string[] = [
  'difficulty',
  'quantity',
  'postId',
  'catalogue',
  'clause',
  'note',
  'corrects',
  'item',
  'colour',
  'formComplete',
  'memberId',
  'recordedOn',
  'continues',
  'continuedBy',
  'otherAccounts',
  'until',
];
