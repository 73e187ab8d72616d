import type { Handbook, RedemptionSpan, Reward } from 'points-bank';
import type { FormValues } from './command-of.js';
import { numberTyped } from './number-typed.js';

/** How many rewards the form for a new edition has room for at least, beyond those that it starts with. */
const EMPTY_ROWS = 4;

/** How many rows are added when more are asked for. */
const MORE_ROWS = 8;

/** More than a form of the counter can carry. */
const MOST_ROWS = 2000;

const FIELDS = [
  'rewardId',
  'kind',
  'zh',
  'en',
  'price',
  'stock',
  'stockFrom',
  'consent',
  'consentUntil',
  'limit',
  'limitPer',
] as const;
export type RewardField = (typeof FIELDS)[number];

/** What is always chosen, and so says nothing of whether a row is filled in. */
const CHOSEN: readonly RewardField[] = ['kind', 'limitPer'];

const EDITION_FIELDS = ['version', 'published', 'standingConsent', 'standingConsentUntil'] as const;

export const rowField = (row: number, field: RewardField): string => `reward${row}-${field}`;

/** The box of a row that is to be left out, whatever stands in it. */
export const dropField = (row: number): string => `reward${row}-drop`;

/** The number of rows that a form has room for. */
export function rowsIn(values: FormValues): number {
  const rows = Object.keys(values).flatMap((name) => {
    const [, row] = /^reward(\d{1,4})-/.exec(name) ?? [];
    return row === undefined ? [] : [Number(row) + 1];
  });
  return Math.min(MOST_ROWS, Math.max(EMPTY_ROWS, ...rows));
}

/** The same form with room for more. */
export function withMoreRows(values: FormValues): FormValues {
  const last = Math.min(MOST_ROWS, rowsIn(values) + MORE_ROWS) - 1;
  return { [rowField(last, 'rewardId')]: '', ...values };
}

/** From the fields of the form to the edition that it stands for. Nothing is checked here; the library checks handbooks. */
export function handbookOf(values: FormValues, communityId: string, follows?: string): unknown {
  return {
    communityId,
    ...ofGiven(EDITION_FIELDS.map((name) => [name, given(values[name])])),
    ...ofGiven([['follows', follows]]),
    rewards: rowsOf(values).map((row) => rewardOf(values, row)),
  };
}

/** The form as it would be filled in for an edition, with room for more. */
export function valuesOfEdition(edition: Handbook): FormValues {
  const rewards = edition.rewards.map((reward, row) =>
    ofGiven(
      Object.entries(fieldsOf(reward)).map(([field, value]) => [rowField(row, field as RewardField), value]),
    ),
  );
  const last = rowField(edition.rewards.length + EMPTY_ROWS - 1, 'rewardId');
  const own = ofGiven(EDITION_FIELDS.map((name) => [name, edition[name]]));
  return Object.assign({ [last]: '' }, own, ...rewards) as FormValues;
}

function fieldsOf({
  title,
  limit,
  price,
  stock,
  ...reward
}: Reward): Record<RewardField, string | undefined> {
  return {
    rewardId: reward.rewardId,
    kind: reward.kind,
    zh: title['zh-CN'],
    en: title.en,
    price: String(price),
    stock: stock === undefined ? undefined : String(stock),
    stockFrom: reward.stockFrom,
    consent: reward.consent,
    consentUntil: reward.consentUntil,
    limit: limit === undefined ? undefined : String(limit.quantity),
    limitPer: typeof limit?.per === 'object' ? `${limit.per.last} ${limit.per.of}` : limit?.per,
  };
}

/** The rows that have anything in them, but for what is always chosen, and are not to be left out. */
function rowsOf(values: FormValues): number[] {
  return Array.from({ length: rowsIn(values) }, (_, row) => row).filter(
    (row) =>
      values[dropField(row)] !== 'yes' &&
      FIELDS.some((field) => !CHOSEN.includes(field) && given(values[rowField(row, field)]) !== undefined),
  );
}

/** The form's field for a path in the edition, such as `rewards[0].price`. */
export function fieldOfHandbookPath(values: FormValues, path: string): string | undefined {
  const [, at, part = ''] = /^rewards\[(\d+)\]\.?(.*)$/.exec(path) ?? [];
  if (at === undefined) return EDITION_FIELDS.find((name) => name === path);
  const row = rowsOf(values)[Number(at)] ?? 0;
  const names: Record<string, RewardField> = {
    'title.zh-CN': 'zh',
    'title.en': 'en',
    'limit.quantity': 'limit',
    'limit.per': 'limitPer',
  };
  const field = names[part] ?? FIELDS.find((name) => name === part) ?? 'rewardId';
  return rowField(row, field);
}

function rewardOf(values: FormValues, row: number): unknown {
  const of = (field: RewardField) => given(values[rowField(row, field)]);
  const zh = of('zh');
  const limit = of('limit');
  return {
    rewardId: of('rewardId'),
    kind: of('kind'),
    // A handbook in one language is a handbook all the same.
    title: { 'zh-CN': zh, en: of('en') ?? zh },
    price: numberTyped(of('price')),
    ...ofGiven([
      ['stock', numberTyped(of('stock'))],
      ['stockFrom', of('stockFrom')],
      ['consent', of('consent')],
      ['consentUntil', of('consentUntil')],
      [
        'limit',
        limit === undefined ? undefined : { quantity: numberTyped(limit), per: spanOf(of('limitPer')) },
      ],
    ]),
  };
}

/** The span of a limit that the value of its field stands for: `30 days` for so many days, and any other by its name. */
export function spanOf(value: string | undefined): RedemptionSpan {
  const [, last, of] = /^(\d{1,5}) (days|months)$/.exec(value ?? '') ?? [];
  return last === undefined ? (value as RedemptionSpan) : { last: Number(last), of: of as 'days' | 'months' };
}

/** A record of what is there. */
const ofGiven = (entries: readonly (readonly [name: string, value: unknown])[]) =>
  Object.fromEntries(entries.filter(([, value]) => value !== undefined));

function given(value: string | undefined): string | undefined {
  const trimmed = value?.trim();
  return trimmed === '' ? undefined : trimmed;
}
