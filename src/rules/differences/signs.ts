import { isRecord, type Json, own } from '../../values/json.js';
import type { ItemRule, LimitRule, RoleRule, RuleSet, Scoring } from '../rule-set.js';
import { isByQuantity, leastPoints, mostPoints } from '../score.js';
import type { Sentence } from '../sentence.js';
import type { Sign } from './direction.js';

/** The rules that are compared. */
export type Compared = { readonly was: RuleSet; readonly is: RuleSet };

const FOUND = /* @__PURE__ */ new WeakMap<Compared, Map<string, unknown>>();

/** What is found of one side of what is compared: many parts ask for the same of their role. */
export function foundOnce<Found>(
  compared: Compared,
  side: 'was' | 'is',
  what: string,
  find: () => Found,
): Found {
  const found = FOUND.get(compared) ?? new Map<string, unknown>();
  FOUND.set(compared, found);
  const key = `${side} ${what}`;
  if (!found.has(key)) found.set(key, find());
  return found.get(key) as Found;
}

/** The part of some rules at a dotted path; `undefined` if there is none. */
export function partAt(rules: RuleSet, path: string): Json | undefined {
  return path
    .split('.')
    .reduce<unknown>((part, name) => (isRecord(part) ? own(part, name) : undefined), rules) as
    | Json
    | undefined;
}

const LIMIT = /^roles\.[^.]+\.limits\.[^.]+/;
const ITEM = /^roles\.[^.]+\.items\.[^.]+/;
/** Parts of an item that are judged by what they come to. */
const JUDGED_ALONE = /^\.(?:scoring|bars)(?:\.|$)/;

/** The sign of a part, which is that of the limit or the item it stands in. */
export function signAt(path: string, compared: Compared): Sign {
  const { was, is } = compared;
  const [limit] = LIMIT.exec(path) ?? [];
  if (limit !== undefined)
    return common((['was', 'is'] as const).flatMap((side) => signOfLimitAt(compared, side, limit)));
  const [item] = ITEM.exec(path) ?? [];
  if (item === undefined || JUDGED_ALONE.test(path.slice(item.length))) return 1;
  const rules = [was, is].map((of) => partAt(of, item) as ItemRule | undefined);
  return common(rules.flatMap((rule) => (rule === undefined ? [] : signOfItem(rule))));
}

function signOfLimitAt(compared: Compared, side: 'was' | 'is', path: string): Sign[] {
  const limit = partAt(compared[side], path) as LimitRule | undefined;
  if (limit === undefined) return [];
  const role = path.split('.').slice(0, 2).join('.');
  const sign = (): Sign => signOfLimit(limit, partAt(compared[side], role) as unknown as RoleRule);
  if (limit.items !== undefined) return [sign()];
  return [foundOnce(compared, side, `sign ${role} ${limit.counts} ${limit.unit}`, sign)];
}

/** A limit holds back what the entries under it give; one on deductions, or on entries that take, holds back what they take. */
export function signOfLimit(
  { counts, unit, items: named }: LimitRule,
  { items = {} }: Partial<Pick<RoleRule, 'items'>>,
): Sign {
  switch (counts) {
    case 'points':
    case 'balance':
      return 1;
    case 'deductions':
      return -1;
    default: {
      const covered = (named ?? Object.keys(items)).flatMap((id) => own(items, id) ?? []);
      const counted =
        counts === 'entries'
          ? covered
          : covered.filter(
              ({ scoring }) => isScored(scoring) && isByQuantity(scoring) && scoring.unit === unit,
            );
      return common(counted.map(signOfItem));
    }
  }
}

/** Whether rules say what an item scores: those that were not checked may lack any part. */
export function isScored(scoring: unknown): scoring is Scoring {
  if (!isRecord(scoring) || typeof scoring.by !== 'string') return false;
  return scoring.by === 'balance' || (scoring.by === 'bands' ? scoring.bands : scoring.points) !== undefined;
}

/** An item that costs points, bars the account or lowers a sum is against the volunteer. */
function signOfItem(item: ItemRule): Sign {
  const { scoring, bars } = item;
  if (!isScored(scoring)) return 1;
  const takes =
    leastPoints(item) < 0 || bars !== undefined || (isByQuantity(scoring) && scoring.lowers === true);
  if (!takes) return 1;
  return mostPoints(item) > 0 ? 0 : -1;
}

/** What an item adds to a sum that counts it. */
export function signInSum(item: ItemRule, counts: Sentence['counts']): Sign {
  const { scoring } = item;
  if (!isScored(scoring)) return 1;
  if (counts === 'quantity') return isByQuantity(scoring) && scoring.lowers === true ? -1 : 1;
  if (counts !== 'points' || leastPoints(item) >= 0) return 1;
  return mostPoints(item) > 0 ? 0 : -1;
}

/** The sign that all have; 1 if there are none. */
export function common(signs: readonly Sign[]): Sign {
  const [first = 1] = signs;
  return signs.every((sign) => sign === first) ? first : 0;
}
