import { isFreeText, isId, isLocale } from '../values/ids.js';
import { isRecord, own, valuesIn } from '../values/json.js';
import { isWhole } from '../values/points.js';
import type { Text } from '../values/text.js';
import type { Clause, CommandType } from './rule-set.js';

type Data = { readonly [member: string]: unknown };

/** What a part cites and what it is called, unless it says so itself. */
type Cited = { readonly clause: Clause; readonly title: Text };

/** The clause of a scheme whose text has no numbers. */
const WHOLE_TEXT: Clause = '1';

/** The item that an opening is booked under if the role has none for it. */
const OPENING_ITEM = 'opening';

/** The most values that a rule set may have, all levels counted; the first scheme has some 1,500. */
export const MAX_RULE_SET_VALUES = 100_000;

/** Whether what each role is given of what they share comes to more than a rule set may have. */
export function isTooMuchToShare(definition: unknown): boolean {
  if (!isRecord(definition) || !isRecord(definition.roles)) return false;
  const shared = valuesIn(definition.items) + localesOf(definition).length;
  return Object.keys(definition.roles).length * shared > MAX_RULE_SET_VALUES;
}

/**
 * Completes a rule set with what its author left out. That means nothing: no limit, no redemption, no correction. A part without a clause or
 * a title has those of the part it stands in. What is there stays as it is, well formed or not. The input is not modified; where it is
 * too much to share, it is given back.
 */
export function completeRuleSet(definition: unknown): unknown {
  if (!isRecord(definition) || isTooMuchToShare(definition)) return definition;
  const input = withSharedItems(definition);
  const clause = clauseOr(isRecord(input.clauses) ? input.clauses.entries : undefined, WHOLE_TEXT);
  const locales = localesOf(input);
  const title = textIn(locales, input.title, isId(input.id) ? input.id : '–');
  const clauses = completed(input.clauses, {
    roles: clause,
    accounts: clause,
    entries: clause,
    catalogue: clause,
  });
  const ofRoles = clauseOr(isRecord(clauses) ? clauses.roles : undefined, clause);
  const citing = (part: unknown): unknown => completed(part, { clause });
  return completed(
    {
      ...input,
      clauses,
      inForce: completed(input.inForce, { clause }),
      offices: completeOffices(input.offices, { clause, title }),
      roles: eachOf(input.roles, (role) => completeRole(role, locales, { clause: ofRoles, title })),
      authority: completed(input.authority, {
        clause,
        offices: officesFor(input),
        self: 'allowed',
        approval: 'one-person',
      }),
      entries: completed(input.entries, { clause, order: 'any' }),
      redemption: completeRedemption(input.redemption, { clause, title }),
      ...completeTransfer(input.transfer, clause),
      correction: completed(input.correction, {
        clause,
        title,
        floor: 'none',
        counts: 'own-date',
        freesRoom: false,
      }),
      assessment: completed(input.assessment, { clause, title }),
      feedback: completed(input.feedback, { clause, title, due: '12-31', yearStarts: '01-01' }),
      recognition: eachOf(input.recognition, (level) => completeLevel(level, clause)),
      ineligibility: eachOf(input.ineligibility, citing),
      bounds: completed(input.bounds, { clause, looser: 'refused', held: {} }),
    },
    {
      format: 1,
      locales,
      difficulties: {},
      uses: {},
      catalogue: {},
      recognition: {},
      ineligibility: {},
      readings: {},
    },
  );
}

/** Each role with the items that all of them share; of one id, a role has its own. */
function withSharedItems(definition: Data): Data {
  const { items: shared, ...rules } = definition;
  if (!isRecord(shared)) return definition;
  const roles = eachOf(rules.roles, ({ items = {}, ...role }) => ({
    ...role,
    items: isRecord(items) ? { ...shared, ...items } : items,
  }));
  return { ...rules, roles };
}

function completeRole(role: Data, locales: readonly string[], above: Cited): unknown {
  const clause = clauseOr(role.clause, above.clause);
  const title = textIn(locales, role.title, above.title);
  const citing = (least: Data) => (part: Data) => completed(part, { clause, ...least });
  const items = eachOf(role.items, (item) => completeItem(item, clause));
  const booked = isRecord(items) ? registrationIn(items) : undefined;
  const opening = completed(role.opening, { clause, item: booked ?? OPENING_ITEM, points: 0 });
  const isBooked = booked !== undefined || (isRecord(role.opening) && role.opening.item !== undefined);
  return completed(
    {
      ...role,
      account: completed(role.account, { clause, colour: 'plain', title, deducts: true }),
      opening,
      service: completed(role.service, { clause, claimed: 'not-needed' }),
      items: isBooked || !isRecord(items) ? items : completed(items, openingItem(opening, { clause, title })),
      limits: eachOf(role.limits, citing({ counts: 'points', beyond: 'trim' })),
      feedback: completed(role.feedback, { clause, recipients: [], uses: [] }),
    },
    { clause, limits: {} },
  );
}

/** An item, what it needs, and the days on which it counts several times. */
function completeItem(item: Data, above: Clause): unknown {
  const clause = clauseOr(item.clause, above);
  const parts = citedParts(item, ['requires', 'factors'], clause);
  return completed({ ...item, ...scoringOf(item.scoring), ...parts }, { clause, entry: 'activity' });
}

/** A level, and what it needs. */
function completeLevel(level: Data, above: Clause): unknown {
  const clause = clauseOr(level.clause, above);
  return completed({ ...level, ...citedParts(level, ['requires'], clause) }, { clause });
}

/** Members that hold parts by their ids, each part with the clause that it leaves out; none that is not there. */
function citedParts(whole: Data, members: readonly string[], clause: Clause): Data {
  const there = members.filter((member) => whole[member] !== undefined);
  return Object.fromEntries(
    there.map((member) => [member, eachOf(whole[member], (part) => completed(part, { clause }))]),
  );
}

/** A quantity counts each unit, and a remainder is dropped, unless the scoring says otherwise. */
function scoringOf(scoring: unknown): Data {
  if (!isRecord(scoring) || scoring.by !== 'quantity') return {};
  return { scoring: completed(scoring, { each: 1, rounding: 'down' }) };
}

/** The item that report-ins are entered under. */
function registrationIn(items: Data): string | undefined {
  return Object.keys(items).find((id) => {
    const item = items[id];
    return isRecord(item) && item.entry === 'registration';
  });
}

/** An item that the opening alone is booked under, once. */
function openingItem(opening: unknown, cited: Cited): Data {
  const points = isRecord(opening) && isWhole(opening.points) ? Math.max(opening.points, 0) : 0;
  return {
    [OPENING_ITEM]: {
      ...cited,
      entry: 'registration',
      scoring: { by: 'fixed', points },
      once: { per: 'life', opening: 'counts' },
    },
  };
}

function completeRedemption(redemption: unknown, { clause: above, title }: Cited): unknown {
  const part = completed(redemption, { clause: above, title, period: { kind: 'calendar', window: 'year' } });
  if (!isRecord(part)) return part;
  const clause = clauseOr(part.clause, above);
  return {
    ...part,
    ...citedParts(part, ['requires', 'limits'], clause),
    ...(part.overdraft === undefined ? {} : { overdraft: completed(part.overdraft, { clause }) }),
    consent: completed(part.consent, { clause, kinds: [], basis: 'standing' }),
    carryOver: completed(part.carryOver, { clause }),
  };
}

/** What the sender needs and how much may be sent, where the rules say anything of sending points. */
function completeTransfer(transfer: unknown, above: Clause): Data {
  if (!isRecord(transfer)) return {};
  const clause = clauseOr(transfer.clause, above);
  return { transfer: { ...transfer, ...citedParts(transfer, ['requires', 'limits'], clause) } };
}

/** Each command, and the part of the rules that it needs to mean something, if any. */
const COMMANDS: { readonly [Type in CommandType]: string | undefined } = {
  OpenAccount: undefined,
  ReportIn: undefined,
  ClaimPost: undefined,
  ReleasePost: undefined,
  CreditActivity: undefined,
  VerifyEntry: 'verification',
  RedeemPoints: 'redemption',
  CorrectScore: 'correction',
  ReverseEntry: undefined,
  TransferPoints: 'transfer',
  ReceivePoints: 'transfer',
  BarAccount: 'ineligibility',
  CloseAccount: 'closing',
};

/** One office that keeps the accounts of each community, where the rules name none. */
function completeOffices(offices: unknown, cited: Cited): unknown {
  const one = { community: { title: cited.title, acts: 'own-community' } };
  return eachOf(offices === undefined ? one : offices, (office) =>
    completed(office, { clause: cited.clause }),
  );
}

/** Every command that the rules say something of, given to every office. */
function officesFor(rules: Data): { readonly [command: string]: readonly string[] } {
  const offices = isRecord(rules.offices) ? Object.keys(rules.offices) : ['community'];
  const meant = Object.entries(COMMANDS).filter(
    ([, part]) => part === undefined || rules[part] !== undefined,
  );
  return Object.fromEntries(meant.map(([command]) => [command, offices]));
}

/** A part with the members that it lacks; one that is no object stays as it is. */
function completed(part: unknown, least: Data): unknown {
  if (part === undefined) return least;
  if (!isRecord(part)) return part;
  const lacking = Object.entries(least).filter(([name]) => part[name] === undefined);
  return { ...part, ...Object.fromEntries(lacking) };
}

/** The members of an object, each that is an object itself completed. */
function eachOf(parts: unknown, complete: (part: Data) => unknown): unknown {
  if (!isRecord(parts)) return parts;
  return Object.fromEntries(
    Object.entries(parts).map(([id, part]) => [id, isRecord(part) ? complete(part) : part]),
  );
}

function clauseOr(clause: unknown, above: Clause): Clause {
  return isId(clause) ? clause : above;
}

/** The languages that the rules say they have, or those of their title. */
function localesOf({ locales, title }: Data): readonly string[] {
  const named = Array.isArray(locales) ? locales : isRecord(title) ? Object.keys(title) : [];
  const known = named.filter(isLocale);
  return known.length > 0 ? known : ['en'];
}

/** Words in each language: those of the text where it has them, or else those above it. */
function textIn(locales: readonly string[], text: unknown, above: Text | string): Text {
  const wordsIn = (locale: string): string => {
    const words = isRecord(text) ? own(text, locale) : undefined;
    if (isFreeText(words)) return words;
    return typeof above === 'string' ? above : (above[locale] as string);
  };
  return Object.fromEntries(locales.map((locale) => [locale, wordsIn(locale)]));
}
