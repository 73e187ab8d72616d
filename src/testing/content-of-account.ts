import {
  type Account,
  FIELDS,
  type FoldedAccount,
  folded,
  type ItemRecord,
  type LimitedEntries,
} from '../account/state/account.js';
import { linesLeft } from '../account/state/booking/handing-on.js';
import { canonicalJson } from '../values/json.js';
import { eachRecord } from '../values/persistent-map.js';

type RecordsOf = FoldedAccount['posts'] | FoldedAccount['corrections'] | FoldedAccount['releases'];

/**
 * What an account holds, for comparing two that came about in different ways: without what was undone in it, with maps by their content
 * and lists in a fixed order.
 */
export function contentOf(account: Account): unknown {
  if (account.status === 'unopened') return account;
  const { reversed: _reversed, ...of } = folded(account);
  return {
    ...of,
    reportIns: [...of.reportIns].sort(),
    redemptions: sorted(
      of.redemptions
        .map((visit) => ({ ...visit, lines: linesLeft(visit), returned: undefined }))
        .filter(({ lines }) => lines.length > 0),
    ),
    bars: sorted(of.bars),
    pending: sorted(of.pending),
    transfers: sorted(of.transfers),
    posts: contentOfMap(of.posts, FIELDS.claim),
    releases: contentOfMap(of.releases, FIELDS.release),
    corrections: contentOfMap(of.corrections, FIELDS.correction),
    items: Object.fromEntries(Object.entries(of.items).map(([id, item]) => [id, contentOfItem(item)])),
  };
}

function contentOfItem({ matters, details, limited, sums, undone: _undone, ...rest }: ItemRecord): unknown {
  return {
    ...rest,
    matters: contentOfMap(matters, FIELDS.entry),
    ...(details === undefined ? {} : { details: contentOfMap(details, FIELDS.detail) }),
    ...(sums === undefined ? {} : { sums: contentOfMap(sums, FIELDS.sum) }),
    ...(limited === undefined ? {} : { limited: sorted(triplesOf(limited)) }),
  };
}

function triplesOf(limited: LimitedEntries): unknown[] {
  const triples: unknown[] = [];
  for (let at = 0; at < limited.length; at += FIELDS.limited)
    triples.push(limited.slice(at, at + FIELDS.limited));
  return triples;
}

function contentOfMap(
  map: RecordsOf | ItemRecord['matters'] | NonNullable<ItemRecord['details'] | ItemRecord['sums']>,
  fields: number,
): unknown {
  const records: unknown[] = [];
  eachRecord(map as Parameters<typeof eachRecord>[0], fields as never, (key: string, record: unknown) => {
    records.push([key, record]);
  });
  return sorted(records);
}

function sorted(list: readonly unknown[]): unknown[] {
  return list.map((one) => canonicalJson(one)).sort();
}
