import type { CommandType } from '../../rules/rule-set.js';
import type {
  By,
  ClaimPost,
  Command,
  CorrectScore,
  CreditActivity,
  OpenAccount,
  RedeemPoints,
  RedemptionLine,
  ReportIn,
} from './command.js';
import {
  aBoolean,
  aCount,
  aDate,
  aKind,
  aMovement,
  anId,
  aText,
  type CommandProblem,
  idIfGiven,
  quantityIfGiven,
  textIfGiven,
  Unfit,
  unfit,
} from './read-fields.js';
import { countGiven, expectOnly, type Members, membersOf } from './read-record.js';

/** The most lines that one redemption may have. */
export const MAX_LINES = 100;

/** A command that was read, or what is wrong with it. */
export type ReadCommand =
  | { readonly ok: true; readonly command: Command }
  | { readonly ok: false; readonly problem: CommandProblem };

/**
 * Reads a command from anything. Each field is read once, into a command of the library's own making, so that nothing that the
 * input does later can change what was checked. Never throws.
 */
export function readCommand(input: unknown): ReadCommand {
  try {
    return { ok: true, command: read(input) };
  } catch (thrown) {
    if (thrown instanceof Unfit) return { ok: false, problem: thrown.problem };
    // A getter or a proxy of the input threw.
    return { ok: false, problem: { field: 'command', problem: 'unreadable', given: typeof input } };
  }
}

/** What a command may have; what hosts put beside type and data is not looked at. */
const BESIDE = { type: 0, data: 0, metadata: 0, kind: 0 };

function read(input: unknown): Command {
  if (input === undefined) throw unfit('command', 'not-an-object', input);
  const command = membersOf('command', input);
  const { type, data } = command;
  const reader = readerOf(type);
  if (reader === undefined) throw unfit('type', type === undefined ? 'missing' : 'unknown-type', type);
  expectOnly(command, BESIDE, data === undefined ? 1 : 2);
  return { type, data: reader(membersOf('data', data)) } as Command;
}

/** How a command's data is read: into every field that it has, in the order in which they are checked, those not given undefined. */
function readerOf(type: unknown): ((data: Members) => Command['data']) | undefined {
  switch (type as CommandType) {
    case 'OpenAccount':
      return readOpening;
    case 'ReportIn':
      return readReportIn;
    case 'ClaimPost':
      return readClaim;
    case 'CreditActivity':
      return readCredit;
    case 'RedeemPoints':
      return readRedemption;
    case 'CorrectScore':
      return readCorrection;
  }
}

function readOpening(data: Members): OpenAccount['data'] {
  const read = {
    accountId: anId('accountId', data.accountId),
    role: anId('role', data.role),
    communityId: anId('communityId', data.communityId),
    on: aDate('on', data.on),
    formComplete: aBoolean('formComplete', data.formComplete),
    colour: idIfGiven('colour', data.colour),
    memberId: idIfGiven('memberId', data.memberId),
    by: readBy(data.by),
  };
  expectOnly(data, read, 6 + countGiven(read.colour, read.memberId));
  return read as OpenAccount['data'];
}

function readReportIn(data: Members): ReportIn['data'] {
  const read = {
    accountId: anId('accountId', data.accountId),
    on: aDate('on', data.on),
    by: readBy(data.by),
  };
  expectOnly(data, read, 3);
  return read;
}

function readClaim(data: Members): ClaimPost['data'] {
  const read = {
    accountId: anId('accountId', data.accountId),
    postId: anId('postId', data.postId),
    kind: aKind('kind', data.kind),
    difficulty: idIfGiven('difficulty', data.difficulty),
    on: aDate('on', data.on),
    catalogue: idIfGiven('catalogue', data.catalogue),
    by: readBy(data.by),
  };
  expectOnly(data, read, 5 + countGiven(read.difficulty, read.catalogue));
  return read as ClaimPost['data'];
}

function readCredit(data: Members): CreditActivity['data'] {
  const read = {
    accountId: anId('accountId', data.accountId),
    item: anId('item', data.item),
    matterId: anId('matterId', data.matterId),
    difficulty: idIfGiven('difficulty', data.difficulty),
    quantity: quantityIfGiven('quantity', data.quantity),
    on: aDate('on', data.on),
    postId: idIfGiven('postId', data.postId),
    catalogue: idIfGiven('catalogue', data.catalogue),
    clause: idIfGiven('clause', data.clause),
    note: textIfGiven('note', data.note),
    by: readBy(data.by),
  };
  expectOnly(
    data,
    read,
    5 + countGiven(read.difficulty, read.quantity, read.postId, read.catalogue, read.clause, read.note),
  );
  return read as CreditActivity['data'];
}

function readRedemption(data: Members): RedeemPoints['data'] {
  const read = {
    accountId: anId('accountId', data.accountId),
    redemptionId: anId('redemptionId', data.redemptionId),
    communityId: anId('communityId', data.communityId),
    on: aDate('on', data.on),
    lines: readLines(data.lines),
    by: readBy(data.by),
  };
  expectOnly(data, read, 6);
  return read;
}

function readCorrection(data: Members): CorrectScore['data'] {
  const read = {
    accountId: anId('accountId', data.accountId),
    correctionId: anId('correctionId', data.correctionId),
    points: aMovement('points', data.points),
    reason: aText('reason', data.reason),
    on: aDate('on', data.on),
    corrects: idIfGiven('corrects', data.corrects),
    item: idIfGiven('item', data.item),
    by: readBy(data.by),
  };
  expectOnly(data, read, 6 + countGiven(read.corrects, read.item));
  return read as CorrectScore['data'];
}

/** The fields of each office. */
const STREET = { office: 0, recorder: 0, approvedBy: 0 };
const COMMUNITY = { ...STREET, communityId: 0 };

/** Who was read last, with every field of its own: most commands come in a row from one office, and share one frozen record of it. */
let latest: { [F in 'office' | 'communityId' | 'recorder' | 'approvedBy']: unknown } & { readonly by: By } = {
  office: 'street',
  communityId: undefined,
  recorder: undefined,
  approvedBy: undefined,
  by: /* @__PURE__ */ Object.freeze({ office: 'street' }),
};

/** Frozen, since the event takes it over; a person who is not named is no member of it. */
function readBy(value: unknown): By {
  const given = membersOf('by', value);
  const { office, recorder, approvedBy } = given;
  const communityId = office === 'community' ? given.communityId : undefined;
  const isLatest =
    office === latest.office &&
    communityId === latest.communityId &&
    recorder === latest.recorder &&
    approvedBy === latest.approvedBy;
  if (!isLatest) {
    const by = newBy(office, communityId, recorder, approvedBy);
    latest = { office, communityId, recorder, approvedBy, by };
  }
  const fields = office === 'street' ? STREET : COMMUNITY;
  expectOnly(given, fields, 1 + countGiven(communityId, recorder, approvedBy), 'by.');
  return latest.by;
}

function newBy(office: unknown, communityId: unknown, recorder: unknown, approvedBy: unknown): By {
  if (office !== 'street' && office !== 'community') {
    throw unfit('by.office', office === undefined ? 'missing' : 'not-one-of', office);
  }
  const community = office === 'community' ? { communityId: anId('by.communityId', communityId) } : {};
  const made: Record<string, unknown> = { office, ...community };
  if (recorder !== undefined) made.recorder = anId('by.recorder', recorder);
  if (approvedBy !== undefined) made.approvedBy = anId('by.approvedBy', approvedBy);
  return Object.freeze(made) as By;
}

function readLines(value: unknown): RedemptionLine[] {
  if (!Array.isArray(value)) throw unfit('lines', value === undefined ? 'missing' : 'not-a-list', value);
  if (value.length === 0) throw unfit('lines', 'not-a-list', value);
  if (value.length > MAX_LINES) throw unfit('lines', 'too-many', value.length);
  // By place, and not by going through it: a list could give more than it counts.
  const lines: RedemptionLine[] = [];
  for (let i = 0; i < value.length; i += 1) lines.push(readLine(value[i], `lines[${i}]`));
  return lines;
}

function readLine(value: unknown, at: string): RedemptionLine {
  const line = membersOf(at, value);
  const read = {
    rewardId: anId(`${at}.rewardId`, line.rewardId),
    quantity: aCount(`${at}.quantity`, line.quantity),
  };
  expectOnly(line, read, 2, `${at}.`);
  return read;
}
