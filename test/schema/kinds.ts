import type { EventType } from '../../src/account/events/event.js';
import type { Kinds } from './samples.js';

/*
 * What each field of each event and of a snapshot is, written by hand from the types' documentation. `[]` stands for any place in a
 * list.
 */

const TITLE: Kinds = { 'data.title': 'words', 'data.title.*': 'text?' };

const ENVELOPE: Kinds = {
  type: 'word',
  data: 'object',
  metadata: 'open-object?',
  'metadata.*': 'version?',
  'data.accountId': 'id',
  'data.communityId': 'id',
  'data.on': 'date',
  'data.by': 'object',
  'data.by.office': 'word',
  'data.by.recorder': 'id?',
  'data.by.approvedBy': 'id?',
  'data.clause': 'id',
  'data.ruleSet': 'object',
  'data.ruleSet.id': 'id',
  'data.ruleSet.version': 'id',
  'data.ruleSet.digest': 'digest',
  'data.readings': 'open-object',
};

const DECIDED: Kinds = { ...ENVELOPE, 'data.by.communityId': 'id' };

const SCORED: Kinds = {
  ...TITLE,
  'data.item': 'slug',
  'data.base': 'whole',
  'data.scored': 'whole',
  'data.points': 'whole',
};

const LIMITS: Kinds = {
  'data.limits': 'some?',
  'data.limits[]': 'object',
  'data.limits[].limit': 'slug',
  'data.limits[].clause': 'id',
  'data.limits[].title': 'words',
  'data.limits[].title.*': 'text?',
  'data.limits[].counts': 'word',
  'data.limits[].maximum': 'from-0',
  'data.limits[].per': 'word',
  'data.limits[].window': 'window',
  'data.limits[].used': 'whole',
  'data.limits[].took': 'from-0',
  'data.limits[].resetsOn': 'date?',
  'data.limits[].usedBy': 'list?',
  'data.limits[].usedBy[]': 'object',
  'data.limits[].usedBy[].item': 'slug',
  'data.limits[].usedBy[].id': 'id',
  'data.limits[].usedBy[].on': 'date',
  'data.limits[].usedBy[].points': 'whole',
};

const ACTIVITY: Kinds = { ...DECIDED, ...SCORED, 'data.entry': 'word', 'data.matterId': 'id' };

/** By type, and for activities by what they are measured in. */
export const EVENT_KINDS: { readonly [T in EventType | 'hours']: Kinds } = {
  AccountOpened: {
    ...DECIDED,
    ...TITLE,
    'data.role': 'slug',
    'data.roleTitle': 'words',
    'data.roleTitle.*': 'text?',
    'data.colour': 'slug',
    'data.accountTitle': 'words',
    'data.accountTitle.*': 'text?',
    'data.item': 'slug',
    'data.points': 'from-0',
    'data.reportsIn': 'boolean',
    'data.memberId': 'id?',
    'data.feedback': 'object',
    'data.feedback.clause': 'id',
    'data.feedback.due': 'day-of-year',
    'data.feedback.yearStarts': 'word',
    'data.feedback.recipients': 'list',
    'data.feedback.recipients[]': 'object',
    'data.feedback.recipients[].id': 'slug',
    'data.feedback.recipients[].title': 'words',
    'data.feedback.recipients[].title.*': 'text?',
    'data.feedback.uses': 'list',
    'data.feedback.outOf': 'from-1?',
  },
  PostClaimed: {
    ...DECIDED,
    ...SCORED,
    ...LIMITS,
    'data.difficulty': 'slug?',
    'data.postId': 'id',
    'data.kind': 'word',
    'data.catalogue': 'slug?',
  },
  ActivityCredited: {
    ...ACTIVITY,
    'data.difficulty': 'slug?',
    'data.capacity': 'word?',
    'data.postId': 'id?',
    'data.catalogue': 'slug?',
    'data.note': 'text?',
  },
  hours: { ...ACTIVITY, 'data.quantity': 'quantity?', 'data.unit': 'slug?' },
  PointsRedeemed: {
    ...DECIDED,
    'data.redemptionId': 'id',
    'data.lines': 'some',
    'data.lines[]': 'object',
    'data.lines[].rewardId': 'id',
    'data.lines[].title': 'words',
    'data.lines[].title.*': 'text?',
    'data.lines[].kind': 'word',
    'data.lines[].quantity': 'from-1',
    'data.lines[].price': 'from-1',
    'data.lines[].points': 'from-1',
    'data.lines[].consent': 'date?',
    'data.points': 'from-1',
    'data.deducted': 'from-0',
    'data.balance': 'from-1',
    'data.period': 'window',
    'data.handbook': 'object',
    'data.handbook.version': 'id',
    'data.handbook.published': 'date',
    'data.handbook.filed': 'date?',
    'data.handbook.filing': 'word',
    'data.handbook.filingDue': 'date?',
  },
  ScoreCorrected: {
    ...ENVELOPE,
    'data.correctionId': 'id',
    'data.points': 'signed',
    'data.requested': 'signed?',
    'data.reason': 'text',
    'data.countsOn': 'date',
    'data.corrects': 'object?',
    'data.corrects.item': 'slug',
    'data.corrects.id': 'id',
    'data.corrects.on': 'date',
    'data.corrects.points': 'whole',
    'data.freesRoom': 'boolean',
  },
};

export const SNAPSHOT_KINDS: Kinds = {
  account: 'object',
  streamVersion: 'from-0',
  'account.status': 'word',
  'account.accountId': 'id',
  'account.role': 'slug',
  'account.colour': 'slug',
  'account.communityId': 'id',
  'account.openedOn': 'date',
  'account.memberId': 'id?',
  'account.latestOn': 'date',
  'account.earned': 'whole',
  'account.corrected': 'whole',
  'account.redeemed': 'from-0',
  'account.items': 'open-object',
  'account.correctedIn': 'months',
  'account.redeemedIn': 'months',
  'account.reportIns': 'list',
  'account.reportIns[]': 'date',
  'account.posts': 'map',
  'account.corrections': 'map',
  'account.redemptions': 'list',
  'account.redemptions[]': 'object',
  'account.redemptions[].redemptionId': 'id',
  'account.redemptions[].on': 'date',
  'account.redemptions[].deducted': 'from-0',
  'account.redemptions[].lines': 'list',
  'account.redemptions[].lines[]': 'object',
  'account.redemptions[].lines[].rewardId': 'id',
  'account.redemptions[].lines[].quantity': 'from-1',
};

/** What is inside open parts of the samples: members whose names are ids or months. */
export const INSIDE: { readonly event: Kinds; readonly snapshot: Kinds } = {
  event: { 'data.readings.*': 'slug?' },
  snapshot: {
    'account.items.*': 'object?',
    'account.items.*.months': 'months',
    'account.items.*.quantities': 'open-object?',
    'account.items.*.quantities.*': 'months?',
    'account.items.*.limited': 'entries?',
    'account.items.*.matters': 'map',
  },
};
