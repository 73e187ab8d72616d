import type { RedemptionLine, ReverseEntry } from '../../commands/command.js';
import type { AffectedEntry } from '../../events/event.js';
import {
  type ClaimRecord,
  type CorrectionRecord,
  type EntryRecord,
  type FoldedAccount,
  matterKey,
  type RedemptionRecord,
  type ReversedRecord,
  type TransferRecord,
  type Undone,
} from '../../state/account.js';
import { linesLeft } from '../../state/booking/handing-on.js';
import { priceOf, standingReversal } from '../../state/booking/reversal.js';
import {
  barOf,
  type Capacity,
  claimMeant,
  claimsOf,
  correctionOf,
  countsOnOf,
  dayOf,
  dayOfCorrection,
  isOwnClaim,
  isPendingUnder,
  itemOfClaim,
  matterOf,
  mattersNamed,
  pendingEntryOf,
  pointsOf,
  pointsOfCorrection,
  redemptionOf,
  saidUnder,
  transferOf,
} from '../../state/records.js';
import { waitingClaimsOf } from '../claim-post.js';
import type { AccountContext } from '../context.js';
import { refuse } from '../outcome.js';
import { registrationItem } from '../report-in.js';

type Data = ReverseEntry['data'];

/** What a reversal is about: the entry that goes out of the account or comes back, and what it adds to the two figures while it is in. */
export type Target = {
  readonly entry: AffectedEntry;
  /** What its command said, where it stands or waits. */
  readonly said: string;
  /** Of a redemption, the lines it is about. */
  readonly lines?: readonly RedemptionLine[];
  readonly assessment: number;
  readonly balance: number;
  /** The day on which its points count. */
  readonly countsOn: string;
  /** What is out, where the reversal puts it back. */
  readonly undone?: Undone;
};

/** The entry that a reversal names, or the one whose reversal it names. */
export function requireTarget(context: AccountContext, data: Data, clause: string): Target {
  const { account } = context;
  const { kind, id } = data.reverses;
  if (kind !== 'reversal') {
    const entry = requireEntry(context, data, clause);
    requireLinesLeft(account, entry, data.lines, clause);
    const [said] = saidUnder(account, entry);
    return targetOf(account, entry, said as string, data.lines);
  }
  const reversed = standingReversal(account, id);
  if (reversed === undefined) refuse('unknown-entry', clause, { kind, id });
  return targetOfReversal(context, reversed, clause);
}

function targetOfReversal(context: AccountContext, record: ReversedRecord, clause: string): Target {
  const { account } = context;
  const { of, lines, said, undone } = record;
  const { kind, id } = of;
  const standing = saidUnder(account, of);
  // Lines go back to their own visit, and to no other that has its id by now.
  if (undone !== undefined && (lines === undefined || standing.includes(said)))
    return { ...targetOfUndone(record, undone), ...(lines === undefined ? {} : { lines }) };
  // The entry came back by a reversal, and goes out once more; unless it went since, and another stands under its name by now.
  const visit = kind === 'redemption' ? redemptionOf(account, id) : undefined;
  const isEmpty = visit !== undefined && linesLeft(visit).length === 0;
  if (!standing.includes(said) || isEmpty) refuse('unknown-entry', clause, { kind, id });
  requireLinesLeft(account, of, lines, clause);
  return targetOf(account, of, said, lines);
}

/** The entry that is named, as it stands in the account. */
function requireEntry(context: AccountContext, { reverses }: Data, clause: string): AffectedEntry {
  const { kind, id, item, capacity, on } = reverses;
  const named = entriesNamed(context, { id, item, capacity })[kind as AffectedEntry['kind']]();
  const entries = named.filter((one) => on === undefined || one.on === on);
  const [entry, another] = entries;
  if (entry === undefined)
    refuse('unknown-entry', clause, { kind, id, ...(item === undefined ? {} : { item }) });
  // Of several claims the first that is named is meant.
  if (another !== undefined && kind !== 'claim') {
    // Of all other kinds, only matters can share a name, and each is under an item.
    refuse('ambiguous-matter', clause, { matterId: id, items: entries.map((one) => one.item as string) });
  }
  return entry;
}

type Named = {
  readonly id: string;
  readonly item: string | undefined;
  readonly capacity: Capacity;
};

/** The entries of each kind that a name can mean. */
function entriesNamed(
  context: AccountContext,
  { id, item, capacity }: Named,
): { readonly [Kind in AffectedEntry['kind']]: () => AffectedEntry[] } {
  const { account } = context;
  return {
    matter: () => mattersMeant(context, { id, item, capacity }),
    'report-in': () => {
      const { id: of } = registrationItem(context);
      const stands = mattersNamed(account, of, id).length > 0;
      const waits = account.pending.some((one) => isPendingUnder(one, { kind: 'report-in', id }));
      return stands || waits ? [{ kind: 'report-in', id, item: of, on: id }] : [];
    },
    // The latest first, and those that count before those that wait.
    claim: () =>
      [...claimsOf(account, id).filter(isOwnClaim).reverse(), ...waitingClaimsOf(account, id)].map(
        (claim): AffectedEntry => ({ kind: 'claim', id, item: itemOfClaim(claim), on: dayOf(claim) }),
      ),
    redemption: () => {
      const visit = redemptionOf(account, id);
      return visit === undefined || linesLeft(visit).length === 0
        ? []
        : [{ kind: 'redemption', id, on: visit.on }];
    },
    correction: () => {
      const correction = correctionOf(account, id);
      return correction === undefined ? [] : [{ kind: 'correction', id, on: dayOfCorrection(correction) }];
    },
    bar: () => {
      const bar = barOf(account, id);
      return bar === undefined ? [] : [{ kind: 'bar', id, on: bar.on }];
    },
    transfer: () => {
      const transfer = transferOf(account, id);
      return transfer === undefined ? [] : [{ kind: 'transfer', id, on: transfer.on }];
    },
  };
}

/** The matters of that id under the items that activities are entered under, whether they count or wait. */
function mattersMeant({ account, role }: AccountContext, { id, item, capacity }: Named): AffectedEntry[] {
  const items = item === undefined ? itemsOf(account) : [item];
  return items.flatMap((of) => {
    if (role.items.get(of)?.rule.entry === 'registration') return [];
    const standing = mattersNamed(account, of, id).map((one) => ({
      capacity: one.capacity,
      on: dayOf(one.entry),
    }));
    const waiting = account.pending.flatMap((one) => {
      if (one.kind !== 'matter' || one.item !== of || one.id !== id) return [];
      const as = CAPACITIES.find((each) => one.key === matterKey(id, each));
      return [{ capacity: as, on: dayOf(one.entry) }];
    });
    return [...standing, ...waiting]
      .filter((one) => capacity === undefined || one.capacity === capacity)
      .map(
        (one): AffectedEntry => ({
          kind: 'matter',
          id,
          item: of,
          ...(one.capacity === undefined ? {} : { capacity: one.capacity }),
          on: one.on,
        }),
      );
  });
}

const CAPACITIES = ['service', 'attendance'] as const;

function itemsOf(account: FoldedAccount): string[] {
  const waiting = account.pending.flatMap((one) => (one.kind === 'matter' ? [one.item] : []));
  return [...new Set([...Object.keys(account.items), ...waiting])];
}

/** So many of each reward are left to come back. */
function requireLinesLeft(
  account: FoldedAccount,
  { kind, id }: AffectedEntry,
  lines: readonly RedemptionLine[] | undefined,
  clause: string,
): void {
  if (lines === undefined) return;
  if (kind !== 'redemption') {
    refuse('invalid-command', clause, { field: 'lines', problem: 'unknown-field', given: 'a list' });
  }
  const left = new Map<string, number>();
  for (const line of linesLeft(redemptionOf(account, id) as RedemptionRecord)) {
    left.set(line.rewardId, (left.get(line.rewardId) ?? 0) + line.quantity);
  }
  for (const { rewardId, quantity } of lines) {
    const before = left.get(rewardId) ?? 0;
    if (quantity > before) refuse('not-redeemed', clause, { rewardId, quantity, left: before });
    left.set(rewardId, before - quantity);
  }
}

/** What an entry adds to the figures; it stands, or waits to be verified. */
function targetOf(
  account: FoldedAccount,
  entry: AffectedEntry,
  said: string,
  lines: readonly RedemptionLine[] | undefined,
): Target {
  const { kind, id, item = '', capacity, on } = entry;
  const none = { entry, said, assessment: 0, balance: 0, countsOn: on };
  if (pendingEntryOf(account, entry, said) !== undefined) return none;
  switch (kind) {
    case 'matter':
    case 'report-in': {
      const points = pointsOf(matterOf(account, item, matterKey(id, capacity)) as EntryRecord);
      return { ...none, assessment: points, balance: points };
    }
    case 'claim': {
      const points = pointsOf(claimMeant(account, entry, said) as ClaimRecord);
      return { ...none, assessment: points, balance: points };
    }
    case 'redemption': {
      const visit = redemptionOf(account, id) as RedemptionRecord;
      if (lines === undefined) return { ...none, balance: -visit.deducted };
      return { ...none, lines, balance: -priceOf(visit, lines) };
    }
    case 'correction':
      return { ...none, ...whatCorrected(correctionOf(account, id) as CorrectionRecord) };
    case 'bar':
      return none;
    case 'transfer':
      return { ...none, balance: (transferOf(account, id) as TransferRecord).points };
  }
}

/** What a correction adds to the figures, and when. */
function whatCorrected(correction: CorrectionRecord): Pick<Target, 'assessment' | 'balance' | 'countsOn'> {
  const points = pointsOfCorrection(correction);
  return { assessment: points, balance: points, countsOn: countsOnOf(correction) };
}

/** What an entry that is out would add to the figures. */
function targetOfUndone({ of: entry, said }: ReversedRecord, undone: Undone): Target {
  const none = { entry, said, undone, assessment: 0, balance: 0, countsOn: entry.on };
  switch (undone.kind) {
    case 'matter':
    case 'claim': {
      const points = pointsOf(undone.entry);
      return { ...none, assessment: points, balance: points };
    }
    case 'redemption':
      return { ...none, balance: -undone.redemption.deducted };
    case 'lines':
      return { ...none, balance: -undone.points };
    case 'correction':
      return { ...none, ...whatCorrected(undone.correction) };
    case 'transfer':
      return { ...none, balance: undone.transfer.points };
    case 'bar':
    case 'pending':
      return none;
  }
}
