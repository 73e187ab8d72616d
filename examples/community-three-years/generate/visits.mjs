import { handbookOn } from '../handbooks.mjs';
import { BY_COMMUNITY, COMMUNITY } from './community.mjs';
import { dayBetween, HALVES } from './days.mjs';

/** In how many of a hundred half-years a volunteer comes to redeem. */
const COMING = 52;
const MOST_LINES = 3;

/**
 * One volunteer's visits to redeem points, one in a half-year at most, for what the points entered by then can pay.
 *
 * @param lines - the volunteer's other lines
 */
export function visitsOf(accountId, lines, handbooks, dice) {
  const visits = [];
  let spent = 0;
  for (const { name, first, last } of HALVES) {
    const day = dayBetween(dice, first, last);
    const handbook = handbookOn(handbooks, day);
    if (!dice.chance(COMING) || handbook === undefined) continue;
    const chosen = choose(handbook, day, pointsBy(lines, day) - spent, dice);
    if (chosen.length === 0) continue;
    spent += chosen.reduce((sum, { price }) => sum + price, 0);
    visits.push(visitLine(accountId, `${accountId}-${name}`, chosen, day));
  }
  return visits;
}

/** A visit for one of each of some rewards. */
export function visitLine(accountId, redemptionId, rewards, on) {
  return {
    entered: on,
    command: {
      type: 'RedeemPoints',
      data: {
        accountId,
        redemptionId,
        communityId: COMMUNITY,
        lines: rewards.map(({ rewardId }) => ({ rewardId, quantity: 1 })),
        on,
        by: BY_COMMUNITY,
      },
    },
  };
}

/** Whether a reward can be had on a day: goods only with the meeting's consent. */
export function isConsented({ kind, consent }, day) {
  return kind === 'service' || (consent !== undefined && consent <= day);
}

function pointsBy(lines, day) {
  return lines.filter(({ entered }) => entered < day).reduce((sum, { points }) => sum + points, 0);
}

/** Up to three different rewards that the balance can pay together. */
function choose(handbook, day, balance, dice) {
  let left = balance;
  const wanted = dice.sample(
    handbook.rewards.filter((reward) => isConsented(reward, day)),
    dice.between(1, MOST_LINES),
  );
  return wanted.filter(({ price }) => {
    const payable = price <= left;
    if (payable) left -= price;
    return payable;
  });
}
