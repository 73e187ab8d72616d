import type { FieldProblem } from '../../account/decide/refusal.js';
import type { LimitApplied } from '../../account/events/event.js';
import { clip, plural, written } from '../../values/text.js';
import type { Names, WordPack } from '../pack.js';
import { PROGRAMME } from './programme.js';

const FIELD_PROBLEMS: { readonly [P in FieldProblem]: string } = {
  'not-an-object': 'has to be an object',
  'unknown-type': 'is not a known command',
  missing: 'is missing',
  'unknown-field': 'is not a known field',
  'not-an-id': 'has to be an id of 1 to 256 visible characters',
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
export function limitWords({ title, counts, maximum, window, used }: LimitApplied, names: Names): string {
  const most = counts === 'points' ? plural(maximum, 'point') : `${maximum} entries`;
  return `'${names.text(title)}' allows ${most} over ${names.window(window)}, of which ${used} had been used`;
}

/** The refusals, in their documented order. */
export const REFUSALS: WordPack['refusals'] = {
  'invalid-command': ({ field, problem, given }) =>
    `The command is not valid: ${field} ${FIELD_PROBLEMS[problem]} (given: ${given}).`,
  'account-not-open': ({ accountId }) => `Account '${clip(accountId)}' has not been opened.`,
  'wrong-account': ({ accountId, loaded }) =>
    `The command is for account '${clip(accountId)}', but the account given is '${clip(loaded)}'.`,
  'unknown-role': ({ role, known }, names) =>
    `There is no role '${clip(role)}'; there are: ${known.map(names.role).join(', ')}.`,
  'office-not-entitled': ({ command, office, entitled }, names) =>
    `This is not for ${names.office(office)}: ${names.command(command)} is for ${entitled.map(names.office).join(' or ')}.`,
  'wrong-community': ({ communityId, own }) =>
    `The account belongs to community '${clip(own)}'; community '${clip(communityId)}' cannot act on it.`,
  'recorder-not-named': ({ command, accountId }, names) =>
    `The recorder has to be named: it is not said who enters this for account '${clip(accountId)}' (${names.command(command)}).`,
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
  'account-already-open': ({ accountId, openedOn }) =>
    `Account '${clip(accountId)}' was opened on ${openedOn}; each person has one account.`,
  'duplicate-claim': ({ postId, on, window }, names) =>
    `Post or project '${clip(postId)}' was claimed on ${on} already (counted over: ${names.window(window)}); it does not score again.`,
  'duplicate-matter': ({ title, matterId, on, points }, names) =>
    `Matter '${clip(matterId)}' was credited with ${plural(points, 'point')} under '${names.text(title)}' on ${on}; one matter scores once.`,
  'duplicate-redemption': ({ redemptionId, on }) =>
    `Redemption id '${clip(redemptionId)}' was used on ${on} for a different redemption.`,
  'duplicate-correction': ({ correctionId }) =>
    `Correction id '${clip(correctionId)}' was used for a different correction.`,
  'not-in-force': ({ on, from = '…', until = '…' }) =>
    `The rules are not in force on ${on} (they are from ${from} to ${until}).`,
  'before-opening': ({ on, openedOn }) => `${on} is before the account was opened on ${openedOn}.`,
  'date-goes-back': ({ on, latestOn }) =>
    `${on} is before the latest entry's day ${latestOn}; late entries are not taken.`,
  'wrong-colour': ({ colour, expected }) =>
    `The account's colour is '${expected}' for this role, not '${clip(colour)}'.`,
  'form-incomplete': ({ form }, names) => `The form is not complete: ${names.text(form)}.`,
  ...PROGRAMME,
  'unknown-catalogue-entry': ({ catalogue }) => `The catalogue has no entry '${clip(catalogue)}'.`,
  'already-reported-in': ({ on, last, again }) =>
    `No further report-in on ${on}: there was one on ${last}${again === undefined ? '' : `, the next is possible from ${again}`}.`,
  'once-per-period': ({ title, window }, names) =>
    `'${names.text(title)}' scores once in each window, and did in ${names.window(window)}.`,
  'post-not-claimed': ({ postId, on }) =>
    `Post or project '${clip(postId)}' has not been claimed (${on}); serving in it does not score.`,
  'wrong-measure': ({ title, measure, field }, names) =>
    `'${names.text(title)}' is ${MEASURES[measure]}: field ${field} is missing or does not belong.`,
  'unknown-difficulty': ({ difficulty, title, known }, names) =>
    `'${names.text(title)}' has no difficulty '${clip(difficulty)}' for this account; it has: ${known.map(names.difficulty).join(', ')}.`,
  'limit-reached': ({ title, scored, limit }, names) =>
    `'${names.text(title)}' would score ${plural(scored, 'point')}, but there is no room: ${limitWords(limit, names)}.`,
  'no-handbook': () => 'There is no points handbook to redeem from.',
  'wrong-handbook': ({ communityId, own }) =>
    `The handbook is community '${clip(communityId)}''s; the account belongs to '${clip(own)}'.`,
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
    // A period of so many months begins with the redemption itself.
    if (period.length === on.length) return `The last redemption was on ${on}${next}.`;
    return `Points were redeemed on ${on} in this period (${names.window(period)}), which has ${plural(visits, 'redemption')}${next}.`;
  },
  'too-many-rewards': ({ counted, given, maximum }) =>
    `One visit takes at most ${plural(maximum, counted === 'lines' ? 'line' : 'reward')}; ${given} were given.`,
  'unknown-reward': ({ rewardId }) => `The handbook has no reward '${clip(rewardId)}'.`,
  'consent-missing': ({ title, on, consent }, names) =>
    `'${names.text(title)}' needs the consent of the representative meeting: on ${on} ${consent === undefined ? 'there was none' : `there was none yet (it is dated ${consent})`}.`,
  'consent-ended': ({ title, on, consent, until }, names) =>
    `'${names.text(title)}' needs the consent of the representative meeting: that of ${consent} counted until ${until}, and it is ${on}.`,
  'out-of-stock': ({ title, quantity, stock }, names) =>
    `'${names.text(title)}': ${stock} left, ${quantity} asked for.`,
  'reward-limit-reached': ({ title, quantity, used, maximum, window }, names) =>
    `'${names.text(title)}' is limited to ${maximum} in ${names.window(window)}; ${used} taken, ${quantity} asked for.`,
  'insufficient-points': ({ price, balance }) =>
    balance < 0
      ? `The balance is ${written(balance)}; it has to be made up before anything is redeemed (${plural(price, 'point')} needed).`
      : `${plural(price, 'point')} needed; the balance is ${balance}.`,
  'matter-needed': ({ correctionId }) =>
    `A community corrects clerical errors only: correction '${clip(correctionId)}' has to name the matter.`,
  'unknown-matter': ({ matterId, item }, names) =>
    `The account has no matter '${clip(matterId)}'${item === undefined ? '' : ` under item '${names.item(item)}'`}.`,
  'ambiguous-matter': ({ matterId, items }, names) =>
    `Matter '${clip(matterId)}' stands under several items (${items.map(names.item).join(', ')}); name the item.`,
  'below-zero': ({ figure, before, points }, names) =>
    `The ${names.figure(figure)} is ${written(before)}; taking ${plural(-points, 'point')} would leave it below 0.`,
  'out-of-range': ({ figure, before, points }, names) =>
    `The ${names.figure(figure)} stands at ${written(before)}; with ${written(points)} more it could not be held exactly.`,
};

/** The warnings. */
export const WARNINGS: WordPack['warnings'] = {
  'handbook-overdue': ({ on, due, filed }) =>
    `The handbook was due for filing by ${due} and was ${filed === undefined ? `not filed by ${on}` : `filed only on ${filed}`}.`,
  'handbook-old': ({ on, published, due }) =>
    `The handbook was published on ${published}, and a new edition was due by ${due}; it is ${on}.`,
  'consent-old': ({ title, on, consent, due }, names) =>
    `The consent to '${names.text(title)}' is of ${consent}, and the meeting was to consent anew by ${due}; it is ${on}.`,
};
