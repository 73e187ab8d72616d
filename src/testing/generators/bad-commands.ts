import fc, { type Arbitrary } from 'fast-check';
import type { Command } from '../../account/commands/command.js';

/** Has a character that nobody sees, which an id may not have. */
const UNSEEN = 'a\u200bb';
const NO_DAY = '2023-02-30';

/** Values that no field of a command can have. */
const NEVER_FIT: readonly unknown[] = [
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
  UNSEEN,
  NO_DAY,
  'x'.repeat(5000),
];

/** Whether one of {@link NEVER_FIT} fits a field after all: an id may look like a day, and a free text may have unseen characters. */
function fits(field: string, value: unknown): boolean {
  if (value === NO_DAY) return field !== 'on';
  return value === UNSEEN && FREE_TEXTS.includes(field);
}

const FREE_TEXTS: readonly string[] = ['reason', 'note'];

/** A well-formed command made wrong in one place: a field missing, one that is not known, or a value that does not fit. */
export function hostileCommand(command: Command): Arbitrary<unknown> {
  const data = command.data as unknown as Record<string, unknown>;
  const required = Object.keys(data).filter((field) => !OPTIONAL.includes(field));
  const missing = fc.constantFrom(...required).map((field) => {
    const { [field]: _gone, ...rest } = data;
    return { ...command, data: rest };
  });
  const unknown = fc.constantFrom('points2', '__proto__', 'constructor', '备注').map((field) => ({
    ...command,
    data: Object.fromEntries([...Object.entries(data), [field, 1]]),
  }));
  const wrong = fc
    .tuple(fc.constantFrom(...Object.keys(data)), fc.constantFrom(...NEVER_FIT))
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
  'memberId',
];
