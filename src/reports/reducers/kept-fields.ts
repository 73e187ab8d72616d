import type { BankEvent, EventType, PointsRedeemed } from '../../account/events/event.js';

/** What a report keeps of each type of event. */
export type KeptFields = { readonly [T in EventType]: Kept };

/** What is kept of one type of event. */
export type Kept = {
  /** What differs from entry to entry, in this order; what most of them leave out comes last. */
  readonly row: readonly string[];
  /** What most entries of an account have in common. */
  readonly same: readonly string[];
  /** The part of a value that is kept; all of it if absent. */
  readonly cut?: (name: string, value: unknown) => unknown;
};

type Names<T extends EventType> = readonly (keyof Extract<BankEvent, { readonly type: T }>['data'])[];
type Lists = { readonly [T in EventType]?: { readonly row?: Names<T>; readonly same?: Names<T> } };

/** What tells an entry from others of its account, what was done to it, and its points: every report needs it. */
const OF_EVERY_REPORT = {
  AccountOpened: {
    row: ['points', 'continues'],
    same: ['communityId', 'role', 'roleTitle', 'colour', 'memberId', 'item'],
  },
  PostClaimed: {
    row: ['postId', 'points'],
    same: ['item', 'by', 'kind', 'difficulty', 'catalogue', 'pending'],
  },
  PostReleased: { row: ['postId'] },
  ActivityCredited: { row: ['matterId', 'points'], same: ['item', 'entry', 'capacity', 'pending'] },
  EntryVerified: { row: ['verifies', 'entryOn', 'points'], same: ['item'] },
  PointsRedeemed: { row: ['redemptionId', 'lines', 'deducted'] },
  ScoreCorrected: { row: ['correctionId', 'points', 'countsOn'] },
  EntryReversed: { row: ['reversalId', 'reverses', 'entry', 'lines'], same: ['entryIs'] },
  PointsSent: { row: ['transferId', 'points'] },
  PointsReceived: { row: ['transferId', 'points'] },
  AccountBarred: { row: ['barId'] },
  AccountClosed: { row: ['continuedBy'], same: ['reason', 'reasonTitle'] },
} as const satisfies Required<Lists>;

const CLAUSE_AND_TITLE = ['clause', 'title'] as const;
const QUANTITY = { row: ['quantity'], same: ['unit', 'lowers'] } as const;

/** What the register keeps: items with their clauses, titles and quantities. */
export const REGISTER_FIELDS: KeptFields = /* @__PURE__ */ keptFields(() => ({
  AccountOpened: { same: CLAUSE_AND_TITLE },
  PostClaimed: { row: QUANTITY.row, same: [...CLAUSE_AND_TITLE, ...QUANTITY.same] },
  ActivityCredited: { row: QUANTITY.row, same: [...CLAUSE_AND_TITLE, ...QUANTITY.same] },
}));

/** What the yearly feedback keeps: all that a line of a supplement says. */
export const FEEDBACK_FIELDS: KeptFields = /* @__PURE__ */ keptFields(
  () => ({
    AccountOpened: { same: [...CLAUSE_AND_TITLE, 'feedback', 'standsFor'] },
    PostClaimed: { row: QUANTITY.row, same: [...CLAUSE_AND_TITLE, ...QUANTITY.same] },
    PostReleased: { same: ['clause'] },
    ActivityCredited: {
      row: [...QUANTITY.row, 'note', 'memberId'],
      same: [...CLAUSE_AND_TITLE, ...QUANTITY.same],
    },
    EntryVerified: { same: CLAUSE_AND_TITLE },
    PointsRedeemed: { same: ['clause'] },
    ScoreCorrected: { row: ['reason'], same: ['clause'] },
    EntryReversed: { row: ['reason', 'assessment', 'balance'], same: ['clause'] },
    PointsSent: { row: ['to'], same: ['clause'] },
    PointsReceived: { row: ['from'], same: ['clause'] },
    AccountBarred: { row: ['reason', 'from', 'until'], same: CLAUSE_AND_TITLE },
    AccountClosed: { row: ['handedOn'], same: ['clause'] },
  }),
  ['title'],
);

/** What the search for anomalies keeps: who recorded an entry, and what an entry that was written up late is called. */
export const ANOMALY_FIELDS: KeptFields = /* @__PURE__ */ keptFields(() => ({
  AccountOpened: { same: ['title', 'feedback'] },
  PostClaimed: { same: ['title'] },
  ActivityCredited: { same: ['title', 'by'] },
  EntryVerified: { same: ['title'] },
  EntryReversed: { row: ['assessment', 'balance'] },
  AccountBarred: { same: ['title'] },
}));

/** What recognition keeps: quantities, and the bars that keep an account from it. */
export const RECOGNITION_FIELDS: KeptFields = /* @__PURE__ */ keptFields(() => ({
  PostClaimed: QUANTITY,
  ActivityCredited: { row: [...QUANTITY.row, 'bar'], same: QUANTITY.same },
  AccountBarred: { row: ['from', 'until'], same: ['ground', ...CLAUSE_AND_TITLE, 'bars'] },
}));

/**
 * The fields of a report: those of every report, and its own.
 *
 * @param ownLists - called at once; a bundler leaves out the fields of a report that nobody imports
 */
function keptFields(ownLists: () => Lists, ofLines: readonly (keyof Line)[] = []): KeptFields {
  const every: Lists = OF_EVERY_REPORT;
  const own = ownLists();
  const kept = (Object.keys(every) as EventType[]).map((type) => {
    const lists = [every[type], own[type]];
    const row = ['on', ...lists.flatMap((list) => list?.row ?? []), 'recordedOn'];
    const same = lists.flatMap((list) => list?.same ?? []);
    return [type, { row, same }] as const;
  });
  const fields = Object.fromEntries<Kept>(kept) as KeptFields;
  const { PointsRedeemed, AccountClosed } = fields;
  return {
    ...fields,
    PointsRedeemed: { ...PointsRedeemed, cut: cutLines(['rewardId', 'quantity', 'price', ...ofLines]) },
    AccountClosed: { ...AccountClosed, cut: withoutHoldings },
  };
}

type Line = PointsRedeemed['data']['lines'][number];

/** Of a redemption's lines, what can come back and what it cost. */
function cutLines(names: readonly (keyof Line)[]): NonNullable<Kept['cut']> {
  return (name, value) =>
    name === 'lines'
      ? (value as Line[]).map((line) => Object.fromEntries(names.map((of) => [of, line[of]])))
      : value;
}

/** Only whether a closed account handed something on; the opening of the account that continues it says what. */
function withoutHoldings(name: string, value: unknown): unknown {
  return name === 'handedOn' ? {} : value;
}
