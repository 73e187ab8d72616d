import { handbookOn } from '../handbooks.mjs';
import { BY_COMMUNITY, BY_NEIGHBOUR, NEIGHBOUR } from './community.mjs';
import { addDays, daysIn, earlier, LAST_DAY } from './days.mjs';
import { isConsented } from './visits.mjs';

/*
 * The slips of a real register. Each kind says how many there are, which good lines they can happen to, and what the clerk wrote
 * instead: `first`, corrected at once by the good line that follows, or `afterwards`, so many days later.
 */

/** A post that nobody has claimed. */
const UNCLAIMED = '岗位-图书管理员';

const anything = () => true;
const credit = ({ command }) => command.type === 'CreditActivity';
const claim = ({ command }) => command.type === 'ClaimPost';
const opening = ({ command }) => command.type === 'OpenAccount';
const reportIn = ({ command }) => command.type === 'ReportIn';
const visit = ({ command }) => command.type === 'RedeemPoints';
const correction = ({ command }) => command.type === 'CorrectScore';

const SLIPS = [
  { count: 14, of: credit, first: impossibleDate },
  { count: 9, of: credit, first: missingField },
  { count: 6, of: credit, first: (data) => ({ ...data, points: 5 }) },
  { count: 7, of: credit, first: (data) => ({ ...data, item: 'actvity' }) },
  { count: 6, of: ofResident, first: (data) => ({ ...data, item: 'co-building' }) },
  { count: 8, of: credit, first: ({ difficulty: _, ...data }) => data },
  { count: 3, of: credit, first: (data) => ({ ...data, difficulty: 'very-hard' }) },
  { count: 6, of: credit, first: anotherRolesClause },
  { count: 8, of: credit, first: (data) => ({ ...data, accountId: data.accountId.replace('-0', '-1') }) },
  { count: 8, of: credit, first: (data) => ({ ...data, by: BY_NEIGHBOUR }) },
  { count: 3, of: credit, first: (data) => ({ ...data, catalogue: 'gardening' }) },
  { count: 9, of: notInPost, first: (data) => ({ ...data, postId: UNCLAIMED }) },
  { count: 6, of: inFirstYear, first: (data) => ({ ...data, on: aYearEarlier(data.on) }) },
  { count: 4, of: opening, first: (data) => ({ ...data, formComplete: false }) },
  { count: 5, of: ofCommunityMember, first: (data) => ({ ...data, difficulty: 'hard' }) },
  { count: 8, of: whereConsentLacks, first: withoutConsent },
  { count: 4, of: visit, first: (data) => otherLines(data, [{ rewardId: 'movie-ticket', quantity: 1 }]) },
  { count: 9, of: visit, first: (data) => otherLines(data, [{ rewardId: 'health-check', quantity: 20 }]) },
  { count: 3, of: visit, first: (data) => otherLines(data, [{ rewardId: 'rice', quantity: 3 }]) },
  { count: 4, of: visit, first: (data) => ({ ...data, communityId: NEIGHBOUR }) },
  { count: 3, of: correction, first: (data) => ({ ...data, by: BY_COMMUNITY }) },
  { count: 2, of: correctionOfMatter, first: (data) => ({ ...data, corrects: `${data.corrects}-1` }) },

  { count: 44, of: anything, afterwards: (data) => data, within: 2 },
  { count: 13, of: credit, afterwards: otherDifficulty, within: 25 },
  { count: 12, of: credit, afterwards: (data) => ({ ...data, on: addDays(data.on, 1) }), within: 25 },
  { count: 13, of: visit, afterwards: secondVisit, within: 40 },
  { count: 2, of: visit, afterwards: (data) => otherLines(data, [{ rewardId: 'printing', quantity: 1 }]) },
  { count: 10, of: reportIn, afterwards: onThatDay, within: 90 },
  { count: 3, of: opening, afterwards: onThatDay, within: 200 },
  { count: 6, of: claim, afterwards: onThatDay, within: 200 },
  { count: 1, of: correction, afterwards: (data) => data, within: 3 },
  { count: 1, of: correction, afterwards: (data) => ({ ...data, points: data.points * 2 }), within: 9 },
];

/** How often the name of a command was misspelt. */
const MISSPELT_TYPES = 2;

/**
 * The lines with the slips among them, in the order in which they were entered.
 *
 * @param lines - the good lines in the order of entry
 */
export function withSlips(lines, handbooks, dice) {
  const ordered = lines.map((line, order) => ({ ...line, order }));
  const slips = SLIPS.flatMap((slip) =>
    dice
      .sample(
        ordered.filter((line) => slip.of(line, handbooks)),
        slip.count,
      )
      .map((line) => slipped(line, slip, handbooks, dice)),
  );
  const misspelt = dice.sample(ordered.filter(credit), MISSPELT_TYPES).map(({ entered, order, command }) => ({
    entered,
    order: order - 0.5,
    command: { ...command, type: 'CreditActvity' },
  }));
  return [...ordered, ...slips, ...misspelt].sort(byEntry);
}

function slipped(line, { first, afterwards, within = 10 }, handbooks, dice) {
  const { entered, order, command } = line;
  const day = first === undefined ? earlier(addDays(entered, dice.between(0, within)), LAST_DAY) : entered;
  const data = (first ?? afterwards)(command.data, { day, line, handbooks, dice });
  return {
    entered: day,
    order: first === undefined ? order + 0.5 : order - 0.5,
    command: { ...command, data },
  };
}

function byEntry(a, b) {
  return a.entered === b.entered ? a.order - b.order : a.entered < b.entered ? -1 : 1;
}

function impossibleDate(data) {
  const month = data.on.slice(0, 7);
  return { ...data, on: `${month}-${daysIn(month) + 1}` };
}

function missingField(data, { dice }) {
  const missing = dice.pick(['matterId', 'on', 'by']);
  return Object.fromEntries(Object.entries(data).filter(([name]) => name !== missing));
}

function anotherRolesClause(data, { line }) {
  return { ...data, clause: line.person.role === 'resident' ? '2.3.1.6' : '2.3.3.5' };
}

function withoutConsent(data, { day, handbooks }) {
  const { rewardId } = handbookOn(handbooks, day).rewards.find(lacksConsent(day));
  return otherLines(data, [{ rewardId, quantity: 1 }]);
}

function otherDifficulty(data) {
  return { ...data, difficulty: data.difficulty === 'hard' ? 'base' : 'hard' };
}

/** Another visit in the same half-year. */
function secondVisit(data, { day }) {
  const [year, rest] = [data.on.slice(0, 4), data.on.slice(5)];
  const end = `${year}-${rest < '07' ? '06-30' : '12-31'}`;
  return { ...data, redemptionId: `${data.redemptionId}-2`, on: earlier(day, end) };
}

function onThatDay(data, { day }) {
  return { ...data, on: day === data.on ? addDays(day, 1) : day };
}

function otherLines(data, lines) {
  return { ...data, lines };
}

function ofResident(line) {
  return credit(line) && line.person.role === 'resident';
}

function ofCommunityMember(line) {
  return claim(line) && line.person.role === 'community-party-member';
}

function notInPost(line) {
  return credit(line) && line.command.data.item === 'activity' && line.command.data.postId === undefined;
}

/** The year before is written in January; it shows where the account was not open yet. */
function inFirstYear(line) {
  return credit(line) && aYearEarlier(line.command.data.on) < line.person.joined;
}

function aYearEarlier(day) {
  return `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
}

function correctionOfMatter({ command }) {
  return command.type === 'CorrectScore' && command.data.corrects !== undefined;
}

function whereConsentLacks(line, handbooks) {
  return visit(line) && handbookOn(handbooks, line.entered)?.rewards.some(lacksConsent(line.entered));
}

function lacksConsent(day) {
  return (reward) => !isConsented(reward, day);
}
