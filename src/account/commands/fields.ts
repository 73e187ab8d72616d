import type { CommandType } from '../../rules/rule-set.js';
import type { CalendarDate } from '../../values/calendar.js';
import type { ClosedAccount, HandedOn, OtherAccount, SentPoints } from './carried-event.js';
import type { By, Command, RedemptionLine, ReversibleKind } from './command.js';

/** The kinds of single values that fields take, and the type of each. */
export type ValueKinds = {
  id: string;
  slug: string;
  clause: string;
  date: CalendarDate;
  boolean: boolean;
  text: string;
  quantity: number;
  'signed-quantity': number;
  'whole-from-1': number;
  'whole-from-0': number;
  'whole-not-0': number;
  whole: number;
};

/** A kind of single value. */
export type ValueKind = keyof ValueKinds;

/** Lists, records and words are marked `optional` if they may be left out. */
type MayBeLeftOut = { readonly optional?: true };

/** A field that takes one of some words. */
export type WordField = { readonly words: { readonly [word: string]: true } } & MayBeLeftOut;

/** A field that takes a list of 1 to `most` members; an empty one too if marked so. */
export type ListField = {
  readonly list: Field;
  readonly most: number;
  readonly orNone?: true;
} & MayBeLeftOut;

/** A field that takes a record; members that the table does not have are refused, or left out if marked so. */
export type RecordField = { readonly record: Fields; readonly others?: 'left-out' } & MayBeLeftOut;

/** What a field takes: a kind of value (with `?` where it may be left out), a word, a list, or a record. */
export type Field = ValueKind | `${ValueKind}?` | WordField | ListField | RecordField;

/** The fields of a record, in the order in which they are checked. */
export type Fields = { readonly [name: string]: Field };

type KindOf<T> = {
  [Kind in ValueKind]: [T, ValueKinds[Kind]] extends [ValueKinds[Kind], T] ? Kind : never;
}[ValueKind];

type NeededFieldFor<T> = [KindOf<T>] extends [never]
  ? [T] extends [string]
    ? { readonly words: { readonly [Word in T]: true } }
    : [T] extends [readonly (infer Member)[]]
      ? { readonly list: NeededFieldFor<Member>; readonly most: number; readonly orNone?: true }
      : { readonly record: FieldsFor<T>; readonly others?: 'left-out' }
  : KindOf<T>;

type OptionalFieldFor<T> =
  NeededFieldFor<T> extends infer Needed
    ? Needed extends string
      ? `${Needed}?`
      : Needed & { readonly optional: true }
    : never;

/** The field table of a type: one entry for every member, of the kind that its type requires, and no others. */
export type FieldsFor<T> = {
  readonly [Name in keyof T]-?: Record<never, never> extends Pick<T, Name>
    ? OptionalFieldFor<Exclude<T[Name], undefined>>
    : NeededFieldFor<T[Name]>;
};

/** The most lines that one redemption may have. */
export const MAX_LINES = 100;

/** Who enters a command. */
export const BY: NeededFieldFor<By> = {
  record: { office: 'slug', communityId: 'id?', recorder: 'id?', approvedBy: 'id?' },
};

const LINE: FieldsFor<RedemptionLine> = { rewardId: 'id', quantity: 'whole-from-1' };

/** The most days, visits or posts that a closed account hands on. */
export const MAX_HANDED = 100_000;

/** The most accounts that one account continues. */
export const MAX_CONTINUED = 20;

/** The most other accounts of a person that an opening names. */
export const MAX_OTHERS = 20;

/** Another open account of the same person. */
export const OTHER_ACCOUNT: FieldsFor<OtherAccount> = { accountId: 'id', communityId: 'id' };

/** What a closed account hands on. Items and units become names of members, so they are slugs. */
export const HANDED_ON: FieldsFor<HandedOn> = {
  items: {
    list: {
      record: {
        item: 'slug',
        on: 'date',
        points: 'whole',
        entries: 'whole-from-1',
        freed: 'whole-from-1?',
        memberId: 'id?',
        quantities: {
          list: { record: { unit: 'slug', quantity: 'signed-quantity' } },
          most: MAX_LINES,
          optional: true,
        },
      },
    },
    most: MAX_HANDED,
    orNone: true,
  },
  corrected: { list: { record: { on: 'date', points: 'whole' } }, most: MAX_HANDED, orNone: true },
  transferred: { list: { record: { on: 'date', points: 'whole' } }, most: MAX_HANDED, orNone: true },
  visits: {
    list: {
      record: {
        redemptionId: 'id',
        on: 'date',
        at: 'id?',
        lines: {
          list: { record: { rewardId: 'id', quantity: 'whole-from-1', price: 'whole-from-0' } },
          most: MAX_LINES,
        },
      },
    },
    most: MAX_HANDED,
    orNone: true,
  },
  reportIns: { list: 'date', most: MAX_HANDED, orNone: true },
  posts: { list: { record: { postId: 'id', on: 'date' } }, most: MAX_HANDED, orNone: true },
  bars: {
    list: { record: { barId: 'id', ground: 'id', from: 'date', until: 'date?' } },
    most: MAX_HANDED,
    orNone: true,
  },
};

const CLOSED_ACCOUNT: NeededFieldFor<ClosedAccount> = {
  record: {
    type: { words: { AccountClosed: true } },
    data: {
      record: {
        accountId: 'id',
        communityId: 'id',
        on: 'date',
        reason: 'id',
        memberId: 'id?',
        continuedBy: 'id?',
        handedOn: { record: HANDED_ON, optional: true },
      },
      others: 'left-out',
    },
  },
  others: 'left-out',
};

const SENT_POINTS: NeededFieldFor<SentPoints> = {
  record: {
    type: { words: { PointsSent: true } },
    data: {
      record: { accountId: 'id', transferId: 'id', to: 'id', points: 'whole-from-1', on: 'date' },
      others: 'left-out',
    },
  },
  others: 'left-out',
};

/** The kinds of entries that can be reversed. */
export const REVERSIBLE: { readonly [Kind in ReversibleKind]: true } = {
  matter: true,
  'report-in': true,
  claim: true,
  redemption: true,
  correction: true,
  bar: true,
  transfer: true,
  reversal: true,
};

const CAPACITY = { words: { service: true, attendance: true }, optional: true } as const;

/** The table of each command's data. */
export type CommandFields = {
  readonly [Type in CommandType]: FieldsFor<Extract<Command, { readonly type: Type }>['data']>;
};

/**
 * The fields of every command, in the order in which they are checked. Commands are read by this table, and their schema is built from
 * it. A table that lacks a field, has an extra one or gives one another type does not compile.
 */
export const COMMAND_FIELDS: CommandFields = {
  OpenAccount: {
    accountId: 'id',
    role: 'id',
    communityId: 'id',
    on: 'date',
    formComplete: 'boolean?',
    by: BY,
    colour: 'id?',
    memberId: 'id?',
    continues: { list: CLOSED_ACCOUNT, most: MAX_CONTINUED, optional: true },
    otherAccounts: { list: { record: OTHER_ACCOUNT }, most: MAX_OTHERS, optional: true },
    recordedOn: 'date?',
  },
  ReportIn: {
    accountId: 'id',
    on: 'date',
    by: BY,
    formComplete: 'boolean?',
    memberId: 'id?',
    recordedOn: 'date?',
  },
  ClaimPost: {
    accountId: 'id',
    postId: 'id',
    kind: { words: { post: true, project: true } },
    difficulty: 'id?',
    on: 'date',
    by: BY,
    catalogue: 'id?',
    recordedOn: 'date?',
  },
  ReleasePost: { accountId: 'id', postId: 'id', on: 'date', by: BY, recordedOn: 'date?' },
  CreditActivity: {
    accountId: 'id',
    item: 'id',
    matterId: 'id',
    difficulty: 'id?',
    quantity: 'quantity?',
    on: 'date',
    by: BY,
    postId: 'id?',
    catalogue: 'id?',
    clause: 'clause?',
    note: 'text?',
    memberId: 'id?',
    recordedOn: 'date?',
  },
  VerifyEntry: {
    accountId: 'id',
    verifies: {
      record: {
        kind: { words: { matter: true, 'report-in': true, claim: true } },
        id: 'id',
        item: 'id?',
        capacity: CAPACITY,
        on: 'date?',
      },
    },
    on: 'date',
    by: BY,
    recordedOn: 'date?',
  },
  RedeemPoints: {
    accountId: 'id',
    redemptionId: 'id',
    communityId: 'id',
    lines: { list: { record: LINE }, most: MAX_LINES },
    on: 'date',
    by: BY,
    collectedBy: 'id?',
    recordedOn: 'date?',
  },
  CorrectScore: {
    accountId: 'id',
    correctionId: 'id',
    points: 'whole-not-0',
    reason: 'text',
    on: 'date',
    by: BY,
    corrects: 'id?',
    item: 'id?',
    recordedOn: 'date?',
  },
  ReverseEntry: {
    accountId: 'id',
    reversalId: 'id',
    reverses: {
      record: { kind: { words: REVERSIBLE }, id: 'id', item: 'id?', capacity: CAPACITY, on: 'date?' },
    },
    lines: { list: { record: LINE }, most: MAX_LINES, optional: true },
    reason: 'text',
    on: 'date',
    by: BY,
    recordedOn: 'date?',
  },
  TransferPoints: {
    accountId: 'id',
    transferId: 'id',
    to: 'id',
    points: 'whole-from-1',
    on: 'date',
    by: BY,
    recordedOn: 'date?',
  },
  ReceivePoints: { accountId: 'id', sent: SENT_POINTS, on: 'date', by: BY, recordedOn: 'date?' },
  BarAccount: {
    accountId: 'id',
    barId: 'id',
    ground: 'id',
    from: 'date',
    until: 'date?',
    reason: 'text',
    on: 'date',
    by: BY,
    recordedOn: 'date?',
  },
  CloseAccount: {
    accountId: 'id',
    reason: 'id',
    continuedBy: 'id?',
    on: 'date',
    by: BY,
    recordedOn: 'date?',
  },
};
