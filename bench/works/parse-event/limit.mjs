// The limit: bare checks, written by hand for the five forms that come. It copies nothing, freezes nothing, and says nothing of what is wrong.
import { DATE, DIGEST, FREE_TEXT, ID, SLUG } from '../../harness/patterns.mjs';
import { upcast } from './upcast.mjs';

const tester = (pattern, most) => {
  const expression = new RegExp(pattern);
  return (value) =>
    typeof value === 'string' && value.length > 0 && value.length <= most && expression.test(value);
};
const id = tester(ID, 256);
const slug = tester(SLUG, 64);
const date = tester(DATE, 10);
const free = tester(FREE_TEXT, 2000);
const digest = tester(DIGEST, 64);
const windowName = tester('^(life|[0-9]{4}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?)$', 10);
const period = tester('^(life|[0-9]{4}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]|[0-9]{2}-[0-9]{2}))?)$', 10);
const monthDay = tester('^[01][0-9]-[0-3][0-9]$', 5);

export function parse(stored) {
  const event = upcast(stored);
  return isEvent(event) ? event : undefined;
}

function isEvent(event) {
  if (!isObject(event) || !isObject(event.data)) return false;
  const { type, data, metadata } = event;
  for (const key in event)
    if (key !== 'type' && key !== 'data' && key !== 'metadata' && key !== 'kind') return false;
  const version = metadata?.schemaVersion ?? 1;
  if (metadata !== undefined && !isObject(metadata)) return false;
  if (version !== (type === 'PointsRedeemed' ? 2 : 1)) return false;
  if (!isDecided(data)) return false;
  switch (type) {
    case 'ActivityCredited':
      return isCredit(data);
    case 'PostClaimed':
      return isClaim(data);
    case 'PointsRedeemed':
      return isRedemption(data);
    case 'ScoreCorrected':
      return isCorrection(data);
    case 'AccountOpened':
      return isOpening(data);
    default:
      return false;
  }
}

function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isWords(value) {
  return isObject(value) && free(value['zh-CN']) && free(value.en) && counts(value, 2);
}

/** Whether an object has as many members as were found, and so none beside them. */
function counts(value, members) {
  let left = members;
  for (const _ in value) left -= 1;
  return left === 0;
}

function isDecided({ accountId, communityId, on, by, clause, ruleSet, readings }) {
  if (!id(accountId) || !id(communityId) || !date(on) || !id(clause)) return false;
  if (!isObject(by) || !isObject(ruleSet) || !isObject(readings)) return false;
  if (!isBy(by)) return false;
  if (!id(ruleSet.id) || !id(ruleSet.version) || !digest(ruleSet.digest) || !counts(ruleSet, 3)) return false;
  for (const reading in readings) if (!slug(reading) || !slug(readings[reading])) return false;
  return true;
}

function isBy(by) {
  const { office, communityId, recorder, approvedBy } = by;
  if (!slug(office)) return false;
  const members = optional(optional(optional(1, communityId, id), recorder, id), approvedBy, id);
  return members > 0 && counts(by, members);
}

/** How many members there are that every event has. */
function decided({ recordedOn }) {
  return optional(7, recordedOn, date);
}

/** How many of the members are there and well formed; -1 where one is not. */
function optional(members, value, is) {
  if (members < 0 || value === undefined) return members;
  return is(value) ? members + 1 : -1;
}

function scored(data) {
  if (!slug(data.item) || !isWords(data.title)) return -1;
  if (!Number.isSafeInteger(data.base) || !Number.isSafeInteger(data.scored)) return -1;
  if (!Number.isSafeInteger(data.points)) return -1;
  let members = optional(decided(data), data.difficulty, slug);
  members = optional(members, data.quantity, isQuantity);
  members = optional(members, data.unit, slug);
  members = optional(members, data.matter, isMatter);
  members = optional(members, data.limits, areLimits);
  return members < 0 ? -1 : members + 5;
}

function isMatter(matter) {
  if (!isObject(matter) || !id(matter.clause) || !from(matter.maximum, 0)) return false;
  return Number.isSafeInteger(matter.held) && from(matter.took, 0) && counts(matter, 4);
}

function isPending(value) {
  return value === true;
}

function isQuantity(value) {
  return typeof value === 'number' && value > 0 && value <= 1_000_000;
}

const PERIODS = new Set(['life', 'year', 'half-year', 'quarter', 'month']);

function areLimits(limits) {
  return Array.isArray(limits) && limits.length > 0 && limits.length <= 100 && limits.every(isLimit);
}

function isLimit(limit) {
  if (!isObject(limit) || !slug(limit.limit) || !id(limit.clause) || !isWords(limit.title)) return false;
  if (limit.counts !== 'points' && limit.counts !== 'entries') return false;
  if (!from(limit.maximum, 0) || !PERIODS.has(limit.per) || !windowName(limit.window)) return false;
  if (!Number.isSafeInteger(limit.used) || !from(limit.took, 0)) return false;
  let members = optional(9, limit.resetsOn, date);
  members = optional(members, limit.usedBy, (used) => Array.isArray(used) && used.every(isEntry));
  return members > 0 && counts(limit, members);
}

function isEntry(entry) {
  return (
    isObject(entry) &&
    slug(entry.item) &&
    id(entry.id) &&
    date(entry.on) &&
    Number.isSafeInteger(entry.points) &&
    counts(entry, 4)
  );
}

function from(value, least) {
  return Number.isSafeInteger(value) && value >= least;
}

function isCredit(data) {
  if (data.entry !== 'registration' && data.entry !== 'activity') return false;
  if (!id(data.matterId)) return false;
  let members = optional(scored(data), data.capacity, isCapacity);
  members = optional(members, data.postId, id);
  members = optional(members, data.catalogue, slug);
  members = optional(members, data.note, free);
  members = optional(members, data.memberId, id);
  members = optional(members, data.pending, isPending);
  return members >= 0 && counts(data, members + 2);
}

function isCapacity(value) {
  return value === 'service' || value === 'attendance';
}

function isClaim(data) {
  if (!id(data.postId) || (data.kind !== 'post' && data.kind !== 'project')) return false;
  const members = optional(optional(scored(data), data.catalogue, slug), data.pending, isPending);
  return members >= 0 && counts(data, members + 2);
}

const FILINGS = new Set(['not-needed', 'filed-in-time', 'filed-late', 'pending', 'overdue']);

function isRedemption(data) {
  const { lines, handbook } = data;
  if (!id(data.redemptionId) || !from(data.points, 1) || !from(data.deducted, 0) || !from(data.balance, 1))
    return false;
  if (!period(data.period) || !isObject(handbook) || !Array.isArray(lines)) return false;
  if (lines.length === 0 || lines.length > 100 || !lines.every(isLine)) return false;
  if (!id(handbook.version) || !date(handbook.published) || !FILINGS.has(handbook.filing)) return false;
  const members = optional(optional(3, handbook.filed, date), handbook.filingDue, date);
  const all = optional(decided(data), data.collectedBy, id);
  return members > 0 && counts(handbook, members) && all > 0 && counts(data, all + 7);
}

function isLine(line) {
  if (!isObject(line) || !id(line.rewardId) || !isWords(line.title)) return false;
  if (line.kind !== 'service' && line.kind !== 'goods') return false;
  if (!from(line.quantity, 1) || !from(line.price, 1) || !from(line.points, 1)) return false;
  const members = optional(6, line.consent, date);
  return members > 0 && counts(line, members);
}

function isCorrection(data) {
  if (!id(data.correctionId) || !Number.isSafeInteger(data.points) || !free(data.reason)) return false;
  if (!date(data.countsOn) || typeof data.freesRoom !== 'boolean') return false;
  let members = optional(decided(data), data.requested, Number.isSafeInteger);
  members = optional(members, data.corrects, isEntry);
  return members > 0 && counts(data, members + 5);
}

function isOpening(data) {
  const { feedback } = data;
  if (!slug(data.role) || !isWords(data.roleTitle) || !slug(data.colour) || !isWords(data.accountTitle))
    return false;
  if (
    !slug(data.item) ||
    !isWords(data.title) ||
    !from(data.points, 0) ||
    typeof data.reportsIn !== 'boolean'
  )
    return false;
  if (!isObject(feedback) || !id(feedback.clause) || !monthDay(feedback.due)) return false;
  if (feedback.yearStarts !== '01-01' && feedback.yearStarts !== '12-01') return false;
  if (!areParts(feedback.recipients) || !areParts(feedback.uses)) return false;
  const members = optional(5, feedback.outOf, (value) => from(value, 1));
  if (members < 0 || !counts(feedback, members)) return false;
  const named = optional(decided(data), data.memberId, id);
  const all = optional(named, data.standsFor, areUses);
  return all > 0 && counts(data, all + 9);
}

function areParts(parts) {
  return Array.isArray(parts) && parts.length <= 100 && parts.every(isPart);
}

function areUses(uses) {
  return Array.isArray(uses) && uses.length > 0 && uses.every(isUse);
}

function isUse(use) {
  return isObject(use) && slug(use.id) && isWords(use.title) && id(use.clause) && counts(use, 3);
}

function isPart(part) {
  return isObject(part) && slug(part.id) && isWords(part.title) && counts(part, 2);
}
