import { handbookOn } from '../handbooks.mjs';
import { BY_COMMUNITY, BY_SUBDISTRICT } from './community.mjs';
import { addDays, LAST_DAY } from './days.mjs';
import { isConsented, visitLine } from './visits.mjs';

/*
 * What happened once: a round of home visits written up as many matters on one day and spent the next, the correction that
 * followed when the points were gone, visits before there was a handbook, and the Party affairs office's other corrections.
 */

const ROUND = {
  on: '2024-06-27',
  households: 16,
  spentOn: '2024-06-28',
  corrected: '2024-07-19',
  points: -30,
};
const REFUSED_IN_DEBT = '2024-11-20';
const BEFORE_ANY_HANDBOOK = '2023-03-13';

/**
 * The round of home visits of one volunteer who otherwise does little.
 *
 * @param lines - the volunteer's other lines; visits to redeem in that year are left out
 */
export function homeVisits(accountId, lines, handbooks) {
  const others = lines.filter(({ command, entered }) => !isVisitOf(command, entered.slice(0, 4)));
  const round = Array.from({ length: ROUND.households }, (_, index) => householdLine(accountId, index + 1));
  const spree = visitLine(accountId, `${accountId}-2024-H1`, [], ROUND.spentOn);
  const balance = balanceOf(others, handbooks) + round.reduce((sum, { points }) => sum + points, 0);
  spree.command.data.lines = spendAll(handbookOn(handbooks, ROUND.spentOn), balance);
  const inDebt = visitLine(accountId, `${accountId}-2024-H2`, [{ rewardId: 'haircut' }], REFUSED_IN_DEBT);
  return [...others, ...round, spree, inDebt];
}

/** The correction of that round, three weeks later. */
export function roundCorrection(accountId) {
  return correction(accountId, ROUND.points, '一次走访拆分为十六个事项登记', ROUND.corrected);
}

/** Visits in the weeks before the first handbook came out. */
export function earlyVisits(people) {
  return people
    .filter(({ joined }) => joined < BEFORE_ANY_HANDBOOK)
    .slice(0, 2)
    .map(({ accountId }) => {
      const rewards = [{ rewardId: 'towel' }];
      return visitLine(accountId, `${accountId}-2023-H1-1`, rewards, BEFORE_ANY_HANDBOOK);
    });
}

/** The Party affairs office's corrections of single matters, and of what was never written down. */
export function subdistrictCorrections(lines, dice) {
  const credits = lines.filter(
    ({ command, entered }) => command.type === 'CreditActivity' && entered < addDays(LAST_DAY, -60),
  );
  const ordinary = credits.filter(({ command }) => command.data.difficulty === 'base');
  return [
    ...dice.sample(ordinary, 7).map((line) => ofMatter(line, 1, '难度认定偏低，应为难度较大', dice)),
    ...dice.sample(credits, 8).map((line) => ofMatter(line, -line.points, '经核查本人未到场', dice)),
    ...dice.sample(credits, 3).map((line) => {
      const { accountId } = line.command.data;
      return correction(accountId, 1, '纸质登记漏录一项', addDays(line.entered, dice.between(20, 60)));
    }),
  ];
}

/** Corrections numbered in the order in which they were made. */
export function numbered(corrections) {
  return corrections
    .toSorted((a, b) => (a.entered < b.entered ? -1 : Number(a.entered > b.entered)))
    .map(({ entered, command }, index) => ({
      entered,
      command: {
        ...command,
        data: { ...command.data, correctionId: `更正-${String(index + 1).padStart(3, '0')}` },
      },
    }));
}

function ofMatter({ entered, command }, points, reason, dice) {
  const { accountId, matterId } = command.data;
  return correction(accountId, points, reason, addDays(entered, dice.between(15, 55)), {
    corrects: matterId,
  });
}

function correction(accountId, points, reason, on, more = {}) {
  const data = { accountId, correctionId: '', points, reason, on, by: BY_SUBDISTRICT, ...more };
  return { entered: on, command: { type: 'CorrectScore', data } };
}

function householdLine(accountId, number) {
  return {
    entered: ROUND.on,
    points: 2,
    command: {
      type: 'CreditActivity',
      data: {
        accountId,
        item: 'other',
        matterId: `2024-06-入户走访-第${String(number).padStart(2, '0')}户`,
        difficulty: 'hard',
        on: ROUND.on,
        by: BY_COMMUNITY,
        catalogue: 'poverty-relief',
      },
    },
  };
}

function isVisitOf({ type }, year) {
  return type === 'RedeemPoints' && year === '2024';
}

/** What the volunteer has before the round, as the clerk would reckon it. */
function balanceOf(lines, handbooks) {
  return lines
    .filter(({ entered }) => entered < ROUND.on)
    .reduce((sum, { points, command, entered }) => sum + (points ?? -costOf(command, entered, handbooks)), 0);
}

function costOf({ data }, day, handbooks) {
  const { rewards } = handbookOn(handbooks, day);
  return data.lines.reduce(
    (sum, line) => sum + line.quantity * rewards.find(({ rewardId }) => rewardId === line.rewardId).price,
    0,
  );
}

/** One of each reward, the dearest first, and haircuts for what is left. */
function spendAll({ rewards }, balance) {
  const payable = rewards
    .filter((reward) => isConsented(reward, ROUND.spentOn))
    .toSorted((a, b) => b.price - a.price);
  let left = balance;
  const lines = [];
  for (const { rewardId, price } of payable) {
    if (price > left) continue;
    left -= price;
    lines.push({ rewardId, quantity: 1 });
  }
  return lines;
}
