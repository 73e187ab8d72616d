import { BY_COMMUNITY, NEIGHBOUR, POSTS } from './community.mjs';
import { addDays, earlier, LAST_DAY } from './days.mjs';
import { linesOf } from './entries.mjs';
import { visitsOf } from './visits.mjs';

/*
 * What changes in the life of a volunteer: one joins the party, one moves to the neighbouring community, one dies, one gives a post up.
 * And what the clerk wrote up after the year's account had been sent.
 */

const JOINS_THE_PARTY = '2024-07-01';
const GIVES_UP = '2025-04-01';
const LATE = { on: '2024-11-24', entered: '2025-01-06' };

/** Whose stories are told here. */
export function charactersOf(people, apart) {
  const free = people.filter(({ accountId }) => !apart.includes(accountId));
  const staying = free.filter(({ joined, left }) => joined < '2023-06-01' && left === undefined);
  const leaving = free.filter(({ left }) => left !== undefined && left > '2024-02-01' && left < '2025-09-01');
  const ofRole = (wanted) => staying.filter(({ role, pace }) => role === wanted && pace > 8 && pace < 20);
  const [joins] = ofRole('resident');
  const [, late] = ofRole('resident');
  const [releases] = ofRole('in-service-party-member');
  const [moves, , dies] = leaving;
  return { joins, late, releases, moves, dies };
}

/**
 * The lines as those changes make them.
 *
 * @param lines - the good lines of all accounts, each with its person
 */
export function withChanges(
  lines,
  people,
  { joins, late, releases, moves, dies },
  happenings,
  handbooks,
  dice,
) {
  const successor = {
    ...joins,
    accountId: `LA-${String(people.length + 1).padStart(4, '0')}`,
    role: 'community-party-member',
    joined: JOINS_THE_PARTY,
  };
  const movedOn = addDays(moves.left, 15);
  const diedOn = addDays(dies.left, 15);
  const ended = new Map([
    [joins.accountId, JOINS_THE_PARTY],
    [moves.accountId, movedOn],
    [dies.accountId, diedOn],
  ]);
  return [
    ...withRelease(
      lines.flatMap((line) => untilTheEnd(line, ended.get(line.command.data.accountId))),
      releases.accountId,
    ),
    lateLine(late),
    closing(joins.accountId, JOINS_THE_PARTY, 'role-changed', successor.accountId),
    ...successorLines(successor, joins.accountId, happenings, handbooks, dice),
    closing(moves.accountId, movedOn, 'moved', `${NEIGHBOUR}-0412`),
    closing(dies.accountId, diedOn, 'died'),
  ];
}

/** What happened before an account ended, written up by then. */
function untilTheEnd(line, end = LAST_DAY) {
  return line.command.data.on > end ? [] : [{ ...line, entered: earlier(line.entered, end) }];
}

function successorLines(person, continued, happenings, handbooks, dice) {
  const [opening, ...others] = linesOf(person, happenings, dice);
  const data = { ...opening.command.data, continues: [continued] };
  const lines = [{ ...opening, command: { ...opening.command, data } }, ...others];
  const visits = visitsOf(person.accountId, lines, handbooks, dice);
  return [...lines, ...visits].map((line) => ({ ...line, person }));
}

/** A post is given up. One service in it is written down later all the same. */
function withRelease(lines, accountId) {
  const own = lines.filter(({ command }) => command.data.accountId === accountId);
  const served = own.filter(
    ({ command }) => command.data.postId !== undefined && command.type !== 'ClaimPost',
  );
  const postId = served.at(-1)?.command.data.postId ?? POSTS[0].postId;
  const after = served.filter(({ command }) => command.data.postId === postId && command.data.on > GIVES_UP);
  const dropped = new Set(after.slice(1));
  const data = { accountId, postId, on: GIVES_UP, by: BY_COMMUNITY };
  return [
    ...lines.filter((line) => !dropped.has(line)),
    { entered: GIVES_UP, command: { type: 'ReleasePost', data } },
  ];
}

function closing(accountId, on, reason, continuedBy) {
  const data = {
    accountId,
    reason,
    ...(continuedBy === undefined ? {} : { continuedBy }),
    on,
    by: BY_COMMUNITY,
  };
  return { entered: on, command: { type: 'CloseAccount', data } };
}

function lateLine(person) {
  return {
    person,
    entered: LATE.entered,
    points: 2,
    command: {
      type: 'CreditActivity',
      data: {
        accountId: person.accountId,
        item: 'affairs',
        matterId: `${LATE.on}-深夜调解`,
        difficulty: 'hard',
        on: LATE.on,
        by: BY_COMMUNITY,
        catalogue: 'mediation',
      },
    },
  };
}
