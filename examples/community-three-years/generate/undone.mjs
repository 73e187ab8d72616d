import { BY_COMMUNITY, BY_SUBDISTRICT, POSTS } from './community.mjs';
import { addDays } from './days.mjs';
import { visitLine } from './visits.mjs';

/*
 * Slips that the rules could not see, and that were undone afterwards: a wrong difficulty, item, person or post, a reward that came
 * back, a visit charged to the wrong account. Each story is the lines that stand in the place of one good line.
 */

/** A post's name with a letter wrong. */
const MISTYPED = '岗位-平安寻逻';
/** A visit that is returned leaves time for another one in its half. */
const RETURNED_WITHIN = { days: 3, months: ['02', '03', '04', '08', '09', '10'] };

/** The lines with the slips undone among them; each story is told of other accounts. */
export function withUndone(lines, people, apart, dice) {
  const taken = new Set(apart);
  const stories = new Map();
  const tell = (count, of, story) => {
    for (let told = 0; told < count; told += 1) {
      const line = dice.pick(lines.filter((one) => isFree(one, taken) && of(one)));
      taken.add(line.command.data.accountId);
      stories.set(line, story(line));
    }
  };
  tell(3, isCredit, (line) => corrected(line, { difficulty: otherDifficulty(line) }, '难度登记有误', dice));
  tell(2, isOfAffairs, (line) => corrected(line, otherItem(line), '事项类别登记有误', dice));
  tell(2, isHappening, (line) => ofAnother(line, stranger(line, lines, people, taken, dice), dice));
  tell(1, isClaimOfPatrol, (line) => mistypedPost(line, dice));
  tell(1, isCredit, (line) => undoneInError(line, dice));
  tell(1, isHappening, (line) => undoneNextYear(line, stranger(line, lines, people, taken, dice)));
  tell(1, hasTwoRewards, returnedInPart);
  tell(1, isVisit, returnedWhole);
  return lines.flatMap((line) => stories.get(line) ?? [line]);
}

/** Lines of spring and summer, so that the community may still undo them: after the year's feedback it is the Party affairs office's. */
function isFree({ command, entered, person }, taken) {
  const { on, accountId } = command.data;
  return person !== undefined && !taken.has(accountId) && on.slice(5) < '10-15' && entered.slice(5) < '10-20';
}

const isCredit = ({ command }) => command.type === 'CreditActivity';
const isHappening = (line) => isCredit(line) && line.command.data.postId === undefined;
const isOfAffairs = (line) => isCredit(line) && ['affairs', 'other'].includes(line.command.data.item);
const isClaimOfPatrol = ({ command }) =>
  command.type === 'ClaimPost' && command.data.postId === POSTS[0].postId;
const isVisit = ({ command }) =>
  command.type === 'RedeemPoints' && RETURNED_WITHIN.months.includes(command.data.on.slice(5, 7));
const hasTwoRewards = (line) => isVisit(line) && line.command.data.lines.length > 1;

function otherDifficulty({ command }) {
  return command.data.difficulty === 'hard' ? 'base' : 'hard';
}

function otherItem({ command }) {
  return { item: command.data.item === 'affairs' ? 'other' : 'affairs', catalogue: undefined };
}

/** Written wrong, undone, and written right. */
function corrected(line, wrong, reason, dice) {
  const first = { ...line, command: withData(line.command, wrong) };
  const on = addDays(line.entered, dice.between(1, 9));
  return [first, undone(first, on, reason), again(line, on)];
}

/** Written into the account of somebody else, who did not take part. */
function ofAnother(line, other, dice) {
  return corrected(line, { accountId: other }, '登记到他人账户', dice);
}

/** The same, found only in January: the community is told that it is too late, and the Party affairs office undoes it. */
function undoneNextYear(line, other) {
  const year = Number(line.command.data.on.slice(0, 4)) + 1;
  const first = { ...line, command: withData(line.command, { accountId: other }) };
  return [
    first,
    undone(first, `${year}-01-15`, '登记到他人账户'),
    undone(first, `${year}-01-18`, '登记到他人账户', BY_SUBDISTRICT),
    again(line, `${year}-01-19`),
  ];
}

function mistypedPost(line, dice) {
  return corrected(line, { postId: MISTYPED }, '岗位名称录错', dice);
}

/** Undone by mistake: the reversal is reversed, and the entry is back. */
function undoneInError(line, dice) {
  const on = addDays(line.entered, dice.between(2, 9));
  const reversal = undone(line, on, '误认为重复登记');
  const { reversalId } = reversal.command.data;
  const reverses = { kind: 'reversal', id: reversalId };
  const back = withData(reversal.command, {
    reversalId: `${reversalId}-恢复`,
    reverses,
    reason: '误撤，恢复登记',
    on: addDays(on, 4),
  });
  return [line, reversal, { entered: addDays(on, 4), command: back }];
}

/** One of several rewards comes back, with its points. */
function returnedInPart(line) {
  const [, { rewardId, quantity }] = line.command.data.lines;
  const on = addDays(line.command.data.on, RETURNED_WITHIN.days);
  const reversal = undone(line, on, '物品或服务未能兑现，退回');
  return [line, { ...reversal, command: withData(reversal.command, { lines: [{ rewardId, quantity }] }) }];
}

/** Rewards that were charged to the wrong account: all of it comes back, and the visit of the half-year with it. */
function returnedWhole(line) {
  const { accountId, redemptionId, lines, on } = line.command.data;
  const day = addDays(on, RETURNED_WITHIN.days);
  const later = visitLine(accountId, `${redemptionId}-再`, lines, addDays(day, 6));
  return [line, undone(line, day, '他人兑换记入本账户，整单退回'), later];
}

/** Somebody of any role who was there by then, and has nothing to do with the matter. */
function stranger({ command }, lines, people, taken, dice) {
  const { matterId, on } = command.data;
  const involved = new Set(
    lines
      .filter((line) => line.command.data.matterId === matterId)
      .map((line) => line.command.data.accountId),
  );
  const others = people.filter(
    ({ accountId, joined, left }) =>
      joined < on && left === undefined && !taken.has(accountId) && !involved.has(accountId),
  );
  const { accountId } = dice.pick(others);
  taken.add(accountId);
  return accountId;
}

function undone({ command: { type, data } }, on, reason, by = BY_COMMUNITY) {
  const reverses = {
    CreditActivity: { kind: 'matter', id: data.matterId, item: data.item },
    ClaimPost: { kind: 'claim', id: data.postId },
    RedeemPoints: { kind: 'redemption', id: data.redemptionId },
  }[type];
  const { accountId } = data;
  const reversalId = `撤销-${accountId}-${on}`;
  return {
    entered: on,
    command: { type: 'ReverseEntry', data: { accountId, reversalId, reverses, reason, on, by } },
  };
}

/** The good line, written on another day. */
function again(line, entered) {
  return { ...line, entered };
}

function withData({ type, data }, changed) {
  const whole = Object.entries({ ...data, ...changed }).filter(([, value]) => value !== undefined);
  return { type, data: Object.fromEntries(whole) };
}
