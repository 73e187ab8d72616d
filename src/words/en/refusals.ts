import type { ReversibleKind } from '../../account/commands/command.js';
import type { FieldProblem, RefusalFacts } from '../../account/decide/refusal.js';
import type { LimitApplied } from '../../account/events/event.js';
import type { Measure, RedemptionMeasure } from '../../rules/sentence.js';
import { clip, plural, written } from '../../values/text.js';
import { merged } from '../merged.js';
import type { Names, WordPack } from '../pack.js';
import { firstOf } from '../shown.js';
import { PROGRAMME } from './programme.js';

const FIELD_PROBLEMS: { readonly [P in FieldProblem]: string } = {
  'not-an-object': 'has to be an object',
  'unknown-type': 'is not a known command',
  missing: 'is missing',
  'unknown-field': 'is not a known field',
  'not-an-id': 'has to be an id of 1 to 256 visible characters',
  'not-a-slug': 'has to be lower-case words joined by -',
  'not-a-date': 'has to be a day that exists, written YYYY-MM-DD',
  'not-a-whole-number': 'has to be a whole number other than 0 (a count has to be positive)',
  'not-a-quantity': 'has to be a quantity above 0 with at most two decimals',
  'not-a-text': 'has to be a text of 1 to 2000 characters',
  'not-a-boolean': 'has to be true or false',
  'not-one-of': 'is not one of the values it can have',
  'not-a-list': 'has to be a list that is not empty',
  'too-many': 'has too many members',
  unreadable: 'cannot be read',
};

const MEASURES = {
  difficulty: 'scored by difficulty',
  quantity: 'scored by quantity',
  none: 'scored with a fixed number of points',
} as const;

/** A limit and how far it is used, without a full stop. */
export function limitWords(limit: LimitApplied, names: Names): string {
  const { title, counts, maximum, window, used, unit, each } = limit;
  const most = counted(counts, maximum, unit, names);
  if (counts === 'balance')
    return `'${names.text(title)}' allows ${most} to be held, and ${written(used)} were`;
  const whom = each === undefined ? '' : ' for each member';
  return `'${names.text(title)}' allows ${most}${whom} over ${names.window(window)}, of which ${written(used)} had been used`;
}

/** The first day of a limit's next window, if there is one. */
export function limitResets(on: string | undefined): string {
  return on === undefined ? 'This limit does not reset.' : `This limit resets on ${on}.`;
}

/** `5 points`, `3 (hours)`, `2 visits`: an amount of a measure. */
export function counted(
  counts: Measure | RedemptionMeasure,
  amount: number,
  unit: string | undefined,
  names: Names,
): string {
  switch (counts) {
    case 'points':
    case 'balance':
      return plural(amount, 'point');
    case 'deductions':
      return `deductions of ${plural(amount, 'point')}`;
    case 'entries':
      return amount === 1 ? '1 entry' : `${amount} entries`;
    case 'quantity':
      return `${amount} (${names.unit(unit ?? '')})`;
    case 'redeemed':
      return `${plural(amount, 'point')} redeemed`;
    case 'visits':
      return plural(amount, 'redemption');
    case 'rewards':
      return plural(amount, 'reward');
    case 'lines':
      return `${plural(amount, 'kind')} of reward`;
    case 'sent':
      return `${plural(amount, 'point')} sent`;
    case 'transfers':
      return plural(amount, 'transfer');
    case 'months':
      return `${plural(amount, 'month')} in a row`;
  }
}

/** An entry by its kind and id, after an article or none: `matter 'x'`, `report-in of 2023-03-01`. */
function bareEntry(kind: ReversibleKind, id: string, names: Names): string {
  return kind === 'report-in' ? `${names.kind(kind)} of ${clip(id)}` : `${names.kind(kind)} '${clip(id)}'`;
}

/** An entry by its kind and id; a report-in is named by its day. */
export function entryNamed(kind: ReversibleKind, id: string, names: Names): string {
  return `${kind === 'report-in' ? 'the ' : ''}${bareEntry(kind, id, names)}`;
}

/** ` under 'Activities'`, where an item is named. */
function underItem(item: string | undefined, names: Names): string {
  const title = item === undefined ? undefined : names.certainItem(item);
  return title === undefined ? '' : ` under '${title}'`;
}

const CANNOT_CONTINUE: {
  readonly [B in RefusalFacts['cannot-continue']['because']]: (account: string, closedOn: string) => string;
} = {
  'same-account': (account) => `Account ${account} cannot continue itself.`,
  twice: (account) => `Account ${account} is named twice among the accounts to be continued.`,
  'closed-later': (account, on) =>
    `Account ${account} is not closed until ${on}; it cannot be continued before that.`,
  'nothing-handed-on': (account, on) =>
    `Account ${account}, closed on ${on}, handed nothing on, so there is nothing to continue.`,
  'another-continues-it': (account, on) =>
    `Account ${account}, closed on ${on}, is continued by another account.`,
  'another-member': (account, on) => `Account ${account}, closed on ${on}, was another person's.`,
};

/** The balance of a day, and what of it can be spent on that day if not all can. */
function spendable(balance: number, held: number | undefined): string {
  if (held === undefined) return `the balance is ${written(balance)}`;
  return balance < 0
    ? `what can be spent on that day is ${written(balance)}`
    : `the balance is ${held}, of which only ${written(balance)} can be spent on that day`;
}

/** The refusals that come before those about the programme, in their documented order. */
const BEFORE_PROGRAMME = {
  'invalid-command': ({ field, problem, given }) =>
    `The command is not valid: ${field} ${FIELD_PROBLEMS[problem]} (given: ${given}).`,
  'account-not-open': ({ accountId }) => `Account '${clip(accountId)}' has not been opened.`,
  'wrong-account': ({ accountId, loaded }) =>
    `The command is for account '${clip(accountId)}', but the account given is '${clip(loaded)}'.`,
  'unknown-role': ({ role, known }, names) =>
    `There is no role '${clip(role)}'; there are: ${known.map(names.role).join(', ')}.`,
  'office-not-entitled': ({ command, office, entitled }, names) =>
    entitled.length === 0
      ? `This is not for the ${names.office(office)}: the rules give ${names.command(command)} to no office.`
      : `This is not for the ${names.office(office)}: ${names.command(command)} is for ${anyOf(entitled, names)}.`,
  'community-of-office': ({ office, acts }, names) =>
    acts === 'own-community'
      ? `The ${names.office(office)} acts on the accounts of its own community: name that community.`
      : `The ${names.office(office)} acts on the accounts of every community: do not name one.`,
  'wrong-community': ({ communityId, own }) =>
    `The account belongs to community '${clip(own)}'; community '${clip(communityId)}' cannot act on it.`,
  'recorder-not-named': ({ command, accountId }, names) =>
    `The recorder has to be named: nobody is named as entering this for account '${clip(accountId)}' (${names.command(command)}).`,
  'self-issue': ({ memberId, person }) =>
    `'${clip(memberId)}' is the person whose account it is, and cannot ${person === 'recorder' ? 'enter' : 'approve'} this for themselves.`,
  'approval-missing': ({ recorder }) =>
    `Entered by '${clip(recorder)}'; the approval of a second person is missing.`,
  'approval-by-recorder': ({ recorder }) =>
    `'${clip(recorder)}' entered this and cannot approve it as well; another person has to.`,
  'unknown-item': ({ item, roleTitle, known }, names) =>
    `Role '${names.text(roleTitle)}' has no item '${clip(item)}'; it has: ${known.map(names.item).join(', ')}.`,
  'wrong-command': ({ title, command }, names) =>
    `'${names.text(title)}' is entered by ${names.command(command)} (${command}).`,
  'wrong-clause': ({ clause, expected, title }, names) =>
    `The clause cited, '${clip(clause)}', is not that of '${names.text(title)}' for this account, which is ${expected}.`,
  'not-theirs-to-credit': ({ title, office, entitled }, names) =>
    `'${names.text(title)}' is not for the ${names.office(office)}: it is credited by ${anyOf(entitled, names)}.`,
  'account-already-open': ({ accountId, openedOn }) =>
    `Account '${clip(accountId)}' was opened on ${openedOn} already.`,
  'duplicate-claim': ({ postId, on, window }, names) =>
    `Post or project '${clip(postId)}' was claimed on ${on} already (counted over: ${names.window(window)}); it does not score again.`,
  'duplicate-matter': ({ title, matterId, on, points }, names) =>
    `Matter '${clip(matterId)}' was credited with ${plural(points, 'point')} under '${names.text(title)}' on ${on}; one matter scores once.`,
  'duplicate-redemption': ({ redemptionId, on }) =>
    `Redemption id '${clip(redemptionId)}' was used on ${on} for a different redemption.`,
  'duplicate-correction': ({ correctionId }) =>
    `Correction id '${clip(correctionId)}' was used for a different correction.`,
  'duplicate-bar': ({ barId }) => `Bar id '${clip(barId)}' was used for a different bar.`,
  'duplicate-transfer': ({ transferId, on }) =>
    `Transfer id '${clip(transferId)}' was used on ${on} for a different transfer.`,
  'duplicate-reversal': ({ reversalId, on }) =>
    `Reversal id '${clip(reversalId)}' was used on ${on} for a different reversal.`,
  'account-closed': ({ accountId, closedOn, reason, continuedBy }, names) => {
    const next = continuedBy === undefined ? '' : `; its holder continues in account '${clip(continuedBy)}'`;
    return `Account '${clip(accountId)}' was closed on ${closedOn} (${names.reason(reason)})${next}.`;
  },
  'recorded-before': ({ on, recordedOn }) =>
    `It cannot be written up on ${recordedOn}: it did not happen until ${on}.`,
  'not-in-force': ({ on, from, until }) => {
    const begin = from === undefined ? '' : ` from ${from}`;
    const end = until === undefined ? '' : ` ${from === undefined ? 'until' : 'to'} ${until}`;
    return `The rules are not in force on ${on} (they are in force${begin}${end}).`;
  },
  'before-opening': ({ on, openedOn }) => `${on} is before the account was opened on ${openedOn}.`,
  'date-goes-back': ({ on, latestOn }) =>
    `${on} is before the latest entry's day ${latestOn}; late entries are not taken.`,
  barred: ({ title, bars, from, until, missing }, names) => {
    if (missing !== undefined) {
      return `The account has been barred from ${names.barred(bars)} since ${from}: ${names.text(title)}. ${written(missing)} more ${missing === 1 ? 'is' : 'are'} needed.`;
    }
    const to = until === undefined ? ', with no end set' : ` to ${until}`;
    return `The account is barred from ${names.barred(bars)} from ${from}${to}: ${names.text(title)}.`;
  },
  'wrong-colour': ({ colour, expected }) =>
    `The account's colour is '${expected}' for this role, not '${clip(colour)}'.`,
  'form-incomplete': ({ form }, names) => `The form is not complete: ${names.text(form)}.`,
  'another-account-open': ({ accountId, communityId }) =>
    `The same person has account '${clip(accountId)}' open in community '${clip(communityId)}', and each person may have only one.`,
  'cannot-continue': ({ accountId, because, closedOn }) =>
    CANNOT_CONTINUE[because](`'${clip(accountId)}'`, closedOn),
  'unknown-reason': ({ reason, known }, names) =>
    known.length === 0
      ? `The rules do not close accounts, for '${clip(reason)}' or any other reason.`
      : `Accounts are not closed for '${clip(reason)}'; the reasons are: ${known.map(names.reason).join(', ')}.`,
  'entries-after-closing': ({ on, latestOn }) =>
    `The account cannot be closed on ${on}: it has an entry of ${latestOn}.`,
  'unknown-ground': ({ ground, known }, names) =>
    known.length === 0
      ? `The rules bar no account, on '${clip(ground)}' or any other ground.`
      : `There is no ground '${clip(ground)}'; there are: ${known.map(names.ground).join(', ')}.`,
  'ends-before-it-begins': ({ from, until }) => `The last day, ${until}, is before the first, ${from}.`,
  'transfer-to-itself': ({ accountId }) => `Account '${clip(accountId)}' cannot send points to itself.`,
  'not-the-receiver': ({ transferId, to, accountId }) =>
    `Transfer '${clip(transferId)}' was sent to account '${clip(to)}'; account '${clip(accountId)}' cannot receive it.`,
  'before-it-was-sent': ({ transferId, on, sentOn }) =>
    `Transfer '${clip(transferId)}' was sent on ${sentOn}; it cannot be received on ${on}.`,
  'no-room-to-receive': ({ transferId, points, title, maximum, held }, names) =>
    `Transfer '${clip(transferId)}' cannot be received yet: '${names.text(title)}' lets the account hold at most ${plural(maximum, 'point')}; it holds ${held}, and ${points} more would come.`,
  'unknown-entry': ({ kind, id, item }, names) =>
    `The account has no ${bareEntry(kind, id, names)}${underItem(item, names)}, or it has been reversed.`,
  'matter-needed': ({ correctionId, office }, names) =>
    `The ${names.office(office)} may only correct matters: correction '${clip(correctionId)}' has to name one.`,
  'unknown-matter': ({ matterId, item }, names) =>
    `The account has no matter '${clip(matterId)}'${underItem(item, names)}.`,
  'ambiguous-matter': ({ matterId, items }, names) =>
    new Set(items).size === 1
      ? `Matter '${clip(matterId)}' stands twice${underItem(items[0], names)}, as service and as attendance; say which.`
      : `Matter '${clip(matterId)}' stands under several items (${items.map(names.item).join(', ')}); name the item.`,
  'ambiguous-claim': ({ postId, days }) =>
    `Post or project '${clip(postId)}' was claimed on several days (${days.join(', ')}); name the day of the claim.`,
  'not-redeemed': ({ rewardId, quantity, left }, names) =>
    left === 0
      ? `None of '${names.reward(rewardId)}' is left to be returned (${quantity} asked for).`
      : `Only ${left} of '${names.reward(rewardId)}' can still be returned; ${quantity} asked for.`,
  'not-theirs-to-reverse': ({ office, entitled }, names) =>
    entitled.length === 0
      ? `No office can reverse this entry, the ${names.office(office)} included.`
      : `This entry can be reversed by ${anyOf(entitled, names)}, not by the ${names.office(office)}.`,
  'too-late-to-reverse': ({ kind, id, on, due, entitled }, names) => {
    const who = entitled.length === 0 ? 'nobody' : `only ${anyOf(entitled, names)}`;
    return `The feedback for the year of ${entryNamed(kind, id, names)} was due by ${due}; on ${on} ${who} can reverse it.`;
  },
  'before-its-entry': ({ kind, id, on, entryOn }, names) =>
    `${on} is before the day of ${entryNamed(kind, id, names)}, which is ${entryOn}.`,
  'stands-under-others': ({ kind, id, others }, names) => {
    const named = others.map((one) => `${entryNamed(one.kind, one.id, names)}${underItem(one.item, names)}`);
    return `Before ${entryNamed(kind, id, names)} can be reversed, these have to be: ${firstOf(named, ', ')}.`;
  },
  'no-report-in': ({ on, window }, names) =>
    `There is no report-in for ${names.window(window)}; nothing is credited on ${on} until there is one.`,
} satisfies Partial<WordPack['refusals']>;

/** Those that come after them. */
const AFTER_PROGRAMME = {
  'catalogue-for-others': ({ title, roleTitle, roleTitles }, names) =>
    `'${names.text(title)}' of the catalogue is for: ${roleTitles.map(names.text).join(', ')}; the account's role is '${names.text(roleTitle)}'.`,
  'unknown-catalogue-entry': ({ catalogue }) => `The catalogue has no entry '${clip(catalogue)}'.`,
  'already-reported-in': ({ on, last, again }) =>
    `No further report-in on ${on}: there was one on ${last}${again === undefined ? '' : `, the next is possible from ${again}`}.`,
  'matter-under-another-item': ({ matterId, title, on, points }, names) =>
    `Matter '${clip(matterId)}' was credited with ${plural(points, 'point')} under '${names.text(title)}' on ${on}; one matter is entered under one item.`,
  'once-per-period': ({ title, postId, window }, names) =>
    `Serving in post or project '${clip(postId)}' scores once in each period ('${names.text(title)}'), and has scored in ${names.window(window)} already.`,
  'post-not-claimed': ({ postId, on, releasedOn }) =>
    releasedOn === undefined
      ? `Post or project '${clip(postId)}' had not been claimed by ${on}, so serving in it does not score.`
      : `Post or project '${clip(postId)}' was given up on ${releasedOn}; it was not held on ${on}.`,
  'condition-not-met': (facts, names) => {
    const { title, itemTitle, sending, counts, unit, each, measured, on, through = on, window } = facts;
    const other = sending ? 'Sending points' : 'Redeeming';
    const of = itemTitle === undefined ? other : `'${names.text(itemTitle)}'`;
    const whom = each === undefined ? '' : ' of the member';
    const when = counts === 'balance' ? `on ${through}` : `over ${names.window(window)} by ${through}`;
    if (facts.maximum !== undefined) {
      return `${of} needs '${names.text(title)}': no more than ${counted(counts, facts.maximum, unit, names)}${whom} ${when}; the account has ${written(measured)}, ${facts.above} more than that.`;
    }
    const { minimum, missing } = facts;
    return `${of} needs '${names.text(title)}': ${counted(counts, minimum, unit, names)}${whom} ${when}; the account has ${written(measured)}, so ${missing} ${missing === 1 ? 'is' : 'are'} missing.`;
  },
  'matter-used-up': ({ title, matterId, held, maximum }, names) =>
    `Matter '${clip(matterId)}' has ${plural(held, 'point')} under '${names.text(title)}' already, and its entries score at most ${maximum} together.`,
  'wrong-measure': ({ title, measure, field }, names) =>
    `'${names.text(title)}' is ${MEASURES[measure]}: field ${field} is missing or does not belong.`,
  'unknown-difficulty': ({ difficulty, title, known }, names) =>
    `'${names.text(title)}' has no difficulty '${clip(difficulty)}' for this account; it has: ${known.map(names.difficulty).join(', ')}.`,
  'limit-reached': ({ title, scored, limit }, names) => {
    // What is held has no window.
    const resets = limit.counts === 'balance' ? '' : ` ${limitResets(limit.resetsOn)}`;
    const what = scored < 0 ? `take ${plural(-scored, 'point')}` : `score ${plural(scored, 'point')}`;
    return `'${names.text(title)}' would ${what}, but there is no room: ${limitWords(limit, names)}.${resets}`;
  },
  'no-handbook': () => 'There is no points handbook to redeem from.',
  'wrong-handbook': ({ at, communityId, own }) =>
    at === undefined
      ? `The handbook is that of community '${clip(communityId)}'; the account belongs to '${clip(own)}'.`
      : `The handbook is that of community '${clip(communityId)}'; the points are redeemed at '${clip(at)}'.`,
  'handbook-not-published': ({ on, published }) =>
    `The handbook is published on ${published}; it cannot be used on ${on}.`,
  'handbook-not-filed': ({ on, due }) =>
    `The handbook was due for filing by ${due}; it was not filed by ${on}, so nothing can be redeemed.`,
  'not-an-opening-day': ({ on, openings }) => {
    const days = openings.map(({ from, to }) => `${from}–${to}`).join(', ');
    return `Redemption is not open on ${on}; it is open on ${days}.`;
  },
  'already-redeemed': ({ period, on, visits, again }, names) => {
    const next = again === undefined ? '' : `; the next is possible from ${again}`;
    // A period of a number of months begins with the redemption itself.
    if (period.length === on.length) return `The last redemption was on ${on}${next}.`;
    return `Points were redeemed on ${on} in this period (${names.window(period)}), which allows ${plural(visits, 'redemption')}${next}.`;
  },
  'proxy-not-allowed': ({ collectedBy }) =>
    `'${clip(collectedBy)}' cannot collect rewards for the holder of the account; the holder has to.`,
  'unknown-reward': ({ rewardId }) => `The handbook has no reward '${clip(rewardId)}'.`,
  'honours-not-given': ({ title }, names) =>
    `'${names.text(title)}' is an honour, and these rules give none.`,
  'consent-missing': ({ title, on, consent }, names) =>
    `'${names.text(title)}' needs the consent that the rules ask for: on ${on} ${consent === undefined ? 'there was none' : `there was none yet (it is dated ${consent})`}.`,
  'consent-ended': ({ title, on, consent, until }, names) =>
    `'${names.text(title)}' needs the consent that the rules ask for: that of ${consent} ended on ${until}, before ${on}.`,
  'out-of-stock': ({ title, quantity, stock }, names) =>
    `'${names.text(title)}': ${stock} left, ${quantity} asked for.`,
  'reward-limit-reached': ({ title, quantity, used, maximum, window, again }, names) =>
    `'${names.text(title)}' is limited to ${maximum} in ${window === undefined ? 'one visit' : names.window(window)}; ${used} taken, ${quantity} asked for.${possibleAgain(again)}`,
  'redemption-limit-reached': ({ title, counts, asked, used, maximum, window, again }, names) => {
    const most = counted(counts, maximum, undefined, names);
    const over = window === undefined ? 'in one visit' : `over ${names.window(window)}`;
    const before = window === undefined && used === 0 ? '' : `, of which ${used} had been used`;
    return `'${names.text(title)}' allows ${most} ${over}${before}; ${asked}${before && ' more'} would exceed it.${possibleAgain(again)}`;
  },
  'transfer-limit-reached': ({ title, counts, asked, used, maximum, window, again }, names) => {
    const most = counted(counts, maximum, undefined, names);
    return `'${names.text(title)}' allows ${most} over ${names.window(window)}, of which ${used} had been used; ${asked} more would exceed it.${possibleAgain(again)}`;
  },
  'insufficient-points': ({ price, balance, held, spendableFrom, overdraft, lapsed, lapsedOn }) => {
    const owed = overdraft === undefined ? '' : `, and at most ${overdraft} may be owed`;
    const short =
      balance < 0 && overdraft === undefined
        ? `The balance is ${written(balance)}; it has to be made up first (${plural(price, 'point')} needed).`
        : `${plural(price, 'point')} needed; ${spendable(balance, held)}${owed}.`;
    const later = spendableFrom === undefined ? '' : ` More can be spent from ${spendableFrom}.`;
    const gone =
      lapsed === undefined
        ? ''
        : ` ${plural(lapsed, 'point')} lapsed unspent, the last of them on ${lapsedOn}.`;
    return `${short}${later}${gone}`;
  },
  'more-than-matter-holds': ({ matterId, item, points, holds }, names) =>
    `Matter '${clip(matterId)}'${underItem(item, names)} holds ${plural(holds, 'point')}; a correction cannot take ${-points} from it.`,
  'above-item-maximum': ({ title, matterId, holds, points, maximum }, names) =>
    `'${clip(matterId)}' holds ${plural(holds, 'point')}; ${points} more would be above ${maximum}, the most under '${names.text(title)}'.`,
  'below-zero': ({ figure, before, points, overdraft = 0 }, names) =>
    `The ${names.figure(figure)} is ${written(before)}; taking ${plural(-points, 'point')} would leave it below ${written(0 - overdraft)}.`,
  'out-of-range': ({ figure, before, points }, names) =>
    `The ${names.figure(figure)} stands at ${written(before)}; with ${written(points)} more it could not be held exactly.`,
} satisfies Partial<WordPack['refusals']>;

/** The refusals, in their documented order. */
export const REFUSALS: WordPack['refusals'] = /* @__PURE__ */ merged(
  BEFORE_PROGRAMME,
  PROGRAMME,
  AFTER_PROGRAMME,
);

/** The warnings. */
export const WARNINGS: WordPack['warnings'] = {
  'correction-above-item': ({ title, matterId, holds, points, maximum }, names) =>
    `'${clip(matterId)}' holds ${plural(holds, 'point')}; with ${points} more it is above ${maximum}, the most under '${names.text(title)}'.`,
  'handbook-overdue': ({ on, due, filed }) =>
    `The handbook was due for filing by ${due} and was ${filed === undefined ? `not filed by ${on}` : `filed only on ${filed}`}.`,
  'handbook-old': ({ on, published, due }) =>
    `The handbook was published on ${published}, and a new edition was due by ${due}; there was none on ${on}.`,
  'consent-old': ({ title, on, consent, due }, names) =>
    `The consent to '${names.text(title)}' is of ${consent} and was to be renewed by ${due}; it had not been by ${on}.`,
};

/** From when on it is possible again, if it ever is. */
function possibleAgain(on: string | undefined): string {
  return on === undefined ? '' : ` It is possible again from ${on}.`;
}

/** Any of some offices. */
function anyOf(offices: readonly string[], names: Names): string {
  return offices.map((office) => `the ${names.office(office)}`).join(' or ');
}
