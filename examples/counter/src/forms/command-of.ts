import type { By, ClosedAccount, CommandType, OtherAccount, ReversedEntry, SentPoints } from 'points-bank';
import { numberTyped } from './number-typed.js';

/*
 * From the fields of a form to the command that it stands for. The server makes the command by it, and so does the browser for the
 * preview: both decide the same thing. Nothing is checked here; the library checks commands.
 */

/** The kinds of form, and the command of each. */
export const COMMANDS = {
  open: 'OpenAccount',
  'report-in': 'ReportIn',
  claim: 'ClaimPost',
  credit: 'CreditActivity',
  redeem: 'RedeemPoints',
  correct: 'CorrectScore',
  undo: 'ReverseEntry',
  verify: 'VerifyEntry',
  release: 'ReleasePost',
  bar: 'BarAccount',
  send: 'TransferPoints',
  receive: 'ReceivePoints',
  close: 'CloseAccount',
} as const satisfies Record<string, CommandType>;

export type EntryKind = keyof typeof COMMANDS;

export const isEntryKind = (kind: string | undefined): kind is EntryKind =>
  kind !== undefined && Object.hasOwn(COMMANDS, kind);

export type FormValues = Readonly<Record<string, string>>;

/** What is not for the form to say: whose account it is, who acts, and what is on record already. */
export type Place = {
  readonly accountId?: string;
  readonly communityId: string;
  readonly by: By;
  /** Present where the rules ask for a second person, whom the form names. */
  readonly approval?: true;
  /** What an opening continues. */
  readonly continues?: readonly ClosedAccount[];
  /** The person's other open accounts, as far as the counter knows. */
  readonly otherAccounts?: readonly OtherAccount[];
  /** The entry that is undone or verified. */
  readonly entry?: ReversedEntry;
  /** What is left of the redemption that is undone. */
  readonly given?: readonly Line[];
  /** The points that are received. */
  readonly sent?: SentPoints;
};

type Line = { readonly rewardId: string; readonly quantity: number };

/** Names of the quantity fields, followed by the reward's id. */
export const QUANTITY = 'quantity of ';

export function commandOf(kind: EntryKind, values: FormValues, place: Place): unknown {
  const field = (name: string) => {
    const value = values[name]?.trim();
    return value === '' ? undefined : value;
  };
  const { communityId } = place;
  const by = place.approval === true ? given({ ...place.by, approvedBy: field('approver') }) : place.by;
  const shared = { accountId: place.accountId ?? field('accountId'), on: field('on'), by };
  switch (kind) {
    case 'open':
      return command('OpenAccount', {
        ...shared,
        communityId,
        role: field('role'),
        formComplete: values.formComplete === 'yes',
        memberId: field('memberId'),
        continues: place.continues,
        otherAccounts: place.otherAccounts,
      });
    case 'report-in':
      return command('ReportIn', {
        ...shared,
        ...(values.formComplete === 'yes' ? { formComplete: true } : {}),
      });
    case 'claim':
      return command('ClaimPost', {
        ...shared,
        postId: field('postId'),
        kind: field('kind'),
        difficulty: field('difficulty'),
        catalogue: field('catalogue'),
      });
    case 'credit':
      return command('CreditActivity', {
        ...shared,
        item: field('item'),
        matterId: field('matterId'),
        difficulty: field('difficulty'),
        quantity: numberTyped(field('quantity')),
        postId: field('postId'),
        catalogue: field('catalogue'),
        // The spaces at its ends are kept as they were written.
        note: field('note') && values.note,
      });
    case 'redeem':
      return command('RedeemPoints', {
        ...shared,
        communityId,
        redemptionId: field('redemptionId'),
        lines: lines(values),
      });
    case 'correct':
      return command('CorrectScore', {
        ...shared,
        correctionId: field('correctionId'),
        points: numberTyped(field('points')),
        reason: field('reason'),
        ...matter(field('matter')),
      });
    case 'undo':
      return command('ReverseEntry', {
        ...shared,
        reversalId: field('reversalId'),
        reverses: place.entry,
        lines: linesBack(values, place.given),
        reason: field('reason'),
      });
    case 'verify':
      return command('VerifyEntry', { ...shared, verifies: place.entry });
    case 'release':
      return command('ReleasePost', { ...shared, postId: field('postId') });
    case 'bar':
      return command('BarAccount', {
        ...shared,
        barId: field('barId'),
        ground: field('ground'),
        from: field('from'),
        until: field('until'),
        reason: field('reason'),
      });
    case 'send':
      return command('TransferPoints', {
        ...shared,
        transferId: field('transferId'),
        to: field('to'),
        points: numberTyped(field('points')),
      });
    case 'receive':
      return command('ReceivePoints', { ...shared, sent: place.sent });
    case 'close':
      return command('CloseAccount', {
        ...shared,
        reason: field('reason'),
        continuedBy: field('continuedBy'),
      });
  }
}

function command(type: CommandType, data: Record<string, unknown>): unknown {
  return { type, data: given(data) };
}

const given = (data: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));

function lines(values: FormValues): unknown[] {
  return Object.entries(values).flatMap(([name, value]) => {
    if (!name.startsWith(QUANTITY) || value.trim() === '') return [];
    const quantity = numberTyped(value.trim());
    return quantity === 0 ? [] : [{ rewardId: name.slice(QUANTITY.length), quantity }];
  });
}

/** What comes back of a redemption; nothing where that is all that is left, which needs no list. */
function linesBack(values: FormValues, left: readonly Line[] = []): unknown[] | undefined {
  const back = lines(values) as Line[];
  const all = left.every(({ rewardId, quantity }) =>
    back.some((line) => line.rewardId === rewardId && line.quantity === quantity),
  );
  return all ? undefined : back;
}

/** The matter that a correction names is chosen from a list, whose values hold item and id. */
function matter(value: string | undefined): { item?: string; corrects?: string } {
  if (value === undefined) return {};
  const at = value.indexOf(' ');
  return at < 0 ? { corrects: value } : { item: value.slice(0, at), corrects: value.slice(at + 1) };
}
