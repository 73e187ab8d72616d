import { BY_COMMUNITY, COMMUNITY, POSTS, SEASON } from './community.mjs';
import { addDays, dayBetween, dayOf, daysIn, earlier, LAST_DAY, MONTHS, YEARS } from './days.mjs';

/*
 * What each volunteer did and the clerk wrote down as it should be. A line is the command with the day it was `entered`, which
 * may be later than the day it bears, and the points that the clerk expects of it.
 */

const POINTS = { base: 1, hard: 2 };
const MOST_CLAIM_POINTS = 3;
const LATE_IN_HUNDRED = 4;

/** All good lines of one volunteer, in no order. */
export function linesOf(person, happenings, dice) {
  const claims = claimLines(person, dice);
  const posts = claims.map(({ command }) => ({
    post: POSTS.find(({ postId }) => postId === command.data.postId),
    since: command.data.on,
  }));
  return [
    openingLine(person),
    ...claims,
    ...reportInLines(person, dice),
    ...MONTHS.flatMap((month) => monthLines(person, month, posts, happenings.get(month), dice)),
  ];
}

function openingLine({ accountId, role, joined }) {
  return {
    entered: joined,
    points: 1,
    command: {
      type: 'OpenAccount',
      data: {
        accountId,
        role,
        communityId: COMMUNITY,
        on: joined,
        formComplete: true,
        by: BY_COMMUNITY,
      },
    },
  };
}

/** One to three claims in the first months; here and there somebody takes on a fourth post. */
function claimLines(person, dice) {
  const wanted = dice.pick([0, 1, 1, 1, 1, 2, 2, 2, 3, 3]) + (dice.chance(7) ? 2 : 0);
  let held = 0;
  return dice.sample(POSTS, wanted).map(({ postId, kind, catalogue }, index) => {
    const difficulty = person.role !== 'community-party-member' && dice.chance(35) ? 'hard' : 'base';
    const first = addDays(person.joined, index * 45);
    const on = earlier(dayBetween(dice, first, addDays(first, 40)), LAST_DAY);
    const points = Math.min(POINTS[difficulty], MOST_CLAIM_POINTS - held);
    held += points;
    return {
      entered: on,
      points,
      command: {
        type: 'ClaimPost',
        data: { accountId: person.accountId, postId, kind, difficulty, on, by: BY_COMMUNITY, catalogue },
      },
    };
  });
}

/** The yearly report-in of the years after the opening, by most of those who still come. */
function reportInLines(person, dice) {
  return YEARS.filter((year) => `${year}-01-01` > person.joined)
    .filter((year) => isActive(person, `${year}-03-31`) && dice.chance(88))
    .map((year) => {
      const on = dayBetween(dice, `${year}-01-08`, `${year}-03-28`);
      return {
        entered: on,
        points: 1,
        command: { type: 'ReportIn', data: { accountId: person.accountId, on, by: BY_COMMUNITY } },
      };
    });
}

/** What one volunteer did in one month: service in the posts held, and what happened in the community. */
function monthLines(person, month, posts, happenings, dice) {
  const held = posts.filter(({ since }) => since <= dayOf(month, daysIn(month)));
  const open = happenings.filter(({ roles }) => roles.includes(person.role));
  const count = howMany(person, month, dice);
  const attended = dice.sample(open, held.length === 0 ? count : Math.ceil(count / 2));
  const served = held.length === 0 ? [] : servicesIn(month, held, count - attended.length, dice);
  return [...attended, ...served]
    .filter(({ on }) => isActive(person, on))
    .map((matter) => creditLine(person, matter, dice));
}

/** A volunteer's pace in the month's season: its whole part, and its fraction by chance. */
function howMany(person, month, dice) {
  const tenths = Math.round((person.pace * SEASON[Number(month.slice(5)) - 1]) / 100);
  return Math.max(
    0,
    Math.floor(tenths / 10) + (dice.chance((tenths % 10) * 10) ? 1 : 0) + dice.between(-1, 1),
  );
}

/** So many days of service in the posts held, no day twice. */
function servicesIn(month, held, count, dice) {
  const days = Array.from({ length: daysIn(month) }, (_, index) => dayOf(month, index + 1));
  return dice.sample(days, count).flatMap((on) => {
    const { post, since } = dice.pick(held);
    const { postId, catalogue, service } = post;
    return on < since
      ? []
      : [{ item: 'activity', matterId: `${service}-${on}`, hard: 8, on, postId, catalogue }];
  });
}

function creditLine(person, { item, matterId, hard, on, postId, catalogue }, dice) {
  const difficulty = dice.chance(hard) ? 'hard' : 'base';
  return {
    entered: enteredAfter(on, dice),
    points: POINTS[difficulty],
    command: {
      type: 'CreditActivity',
      data: {
        accountId: person.accountId,
        item,
        matterId,
        difficulty,
        on,
        by: BY_COMMUNITY,
        ...(postId === undefined ? {} : { postId }),
        ...(catalogue === undefined ? {} : { catalogue }),
      },
    },
  };
}

/** The clerk writes most things up within a week, and some only months later. */
function enteredAfter(on, dice) {
  const days = dice.chance(LATE_IN_HUNDRED) ? dice.between(20, 110) : dice.between(0, 6);
  return earlier(addDays(on, days), LAST_DAY);
}

function isActive({ joined, left }, day) {
  return day >= joined && (left === undefined || day <= left);
}
