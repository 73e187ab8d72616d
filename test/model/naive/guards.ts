/*
 * What holds for every entry.
 */
import type { World } from './commands.js';
import type { Account, Bar, By } from './ledger.js';
import type { Objections } from './outcome.js';
import { ISSUED, type Role } from './text.js';

/** 2.1, 2.3: the account's own community enters it. */
export function byOwnCommunity(no: Objections, by: By, community: string): void {
  no.when(by.office !== 'community', 'office-not-entitled');
  no.when(by.office === 'community' && by.communityId !== community, 'wrong-community');
}

/**
 * Who enters points and whose they are may be one person, and one person does: the text says nothing else. Other readings want the two
 * apart, or a second person to approve; what they go by has to be named.
 */
export function byPersons(no: Objections, { readings }: World, by: By, person: string): void {
  const apart = readings['self-issue'] === 'refused';
  const two = readings.approval === 'two-person';
  const { recorder, approvedBy } = by;
  no.when((apart || two) && recorder === undefined, 'recorder-not-named');
  no.when(apart && recorder === person, 'self-issue');
  no.when(apart && two && approvedBy === person, 'self-issue');
  no.when(two && recorder !== undefined && approvedBy === undefined, 'approval-missing');
  no.when(two && recorder !== undefined && approvedBy === recorder, 'approval-by-recorder');
}

/** Late entries are taken from the opening day on; other readings know a first day, or no way back. */
export function dated(
  no: Objections,
  { readings }: World,
  { on, recordedOn }: { readonly on: string; readonly recordedOn?: string },
  account?: Account,
): void {
  no.when(recordedOn !== undefined && recordedOn < on, 'recorded-before');
  no.when(readings['entry-into-force'] === 'date-of-issue' && on < ISSUED, 'not-in-force');
  if (account === undefined) return;
  no.when(on < account.opened, 'before-opening');
  no.when(account.closed !== undefined, 'account-closed');
  no.when(readings['late-entry'] === 'never-back' && on < account.latest, 'date-goes-back');
}

/** No ground bars the account from it on that day; the one ground there may be bars from redeeming and earning. */
export function notBarred(no: Objections, account: Account, on: string): void {
  const bars = account.entries.filter((entry): entry is Bar => entry.what === 'bar');
  no.when(
    bars.some(({ from, until }) => from <= on && (until === undefined || on <= until)),
    'barred',
  );
}

/** A: an entry that the catalogue has. */
export function inCatalogue(
  no: Objections,
  { catalogue, readings }: World,
  entry: string | undefined,
  role: Role,
): void {
  no.when(entry !== undefined && !catalogue.has(entry), 'unknown-catalogue-entry');
  const isForOthers =
    readings['organisation-life'] === 'in-service-only' && role !== 'in-service-party-member';
  no.when(entry === 'party-life' && isForOthers, 'catalogue-for-others');
}

/** Whether an entry was approved by the same person; another approval would not be on record. */
export function isApprovedAlike(entry: { readonly by: By }, by: By): boolean {
  return entry.by.approvedBy === by.approvedBy;
}
