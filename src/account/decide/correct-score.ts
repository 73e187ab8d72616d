import { NO_READINGS } from '../../rules/readings-used.js';
import { mostPoints } from '../../rules/score.js';
import { dayNumber } from '../../values/calendar.js';
import { deepFreeze, own } from '../../values/json.js';
import type { CorrectScore } from '../commands/command.js';
import type { CorrectedMatter, ScoreCorrected } from '../events/event.js';
import { type Account, folded } from '../state/account.js';
import { correctionContent } from '../state/content.js';
import {
  claimsOf,
  correctedBy,
  correctionOf,
  dayOf,
  isOwnClaim,
  isSameCorrection,
  memberOfEntry,
  namedMatterOf,
  pointsOf,
  undoneIn,
} from '../state/records.js';
import type { AccountContext, Context } from './context.js';
import { decidedOn, eventOf } from './events-of.js';
import { requireDate, requireOpenAccount } from './guards/entry.js';
import { requireExactCorrection } from './guards/exact-sums.js';
import { type Accepted, accept, RETRIED, refuse } from './outcome.js';
import type { Warning, WarningFacts } from './refusal.js';
import { pointsAboveFloor } from './scoring/floor.js';
import { useOn } from './scoring/limit-use.js';

type Data = CorrectScore['data'];

/** Corrects the score, up or down: assessment and balance both move. */
export function correctScore(given: Context, command: CorrectScore, loaded: Account): Accepted {
  const { data } = command;
  const context = requireOpenAccount(given, command, loaded);
  const { account, rules } = context;
  const { bound, clause, counts, floor, freesRoom } = rules.ruleSet.correction;
  const known = correctionOf(account, data.correctionId);
  if (known !== undefined && isSameCorrection(known, correctionContent(data), data.item)) return RETRIED;
  if (isUndone(context, data)) return RETRIED;
  if (known !== undefined) refuse('duplicate-correction', clause, { correctionId: data.correctionId });

  requireDate(context, data);
  requireMatterNamed(context, data);
  const corrects = requireMatter(context, data);
  if (corrects !== undefined) requireHeld(context, corrects, data.points);
  const above = corrects === undefined ? undefined : aboveMaximum(context, corrects, data.points);
  if (above !== undefined && bound === 'item') {
    refuse('above-item-maximum', clause, above, rules.readingsOf('correction.bound'));
  }
  const countsOn = counts === 'matter-date' && corrects !== undefined ? corrects.on : data.on;
  const points = pointsAboveFloor(context, {
    floor,
    part: 'correction.floor',
    clause,
    points: data.points,
    on: countsOn,
    recordedAtZero: false,
  });
  requireExactCorrection(context, points);

  // Nothing can refuse from here on.
  const parts = ['correction.floor'];
  if (corrects !== undefined) parts.push('correction.counts', 'correction.freesRoom', 'correction.bound');
  if (isForMattersOnly(context, data)) parts.push('authority.offices.CorrectScore');
  const corrected: ScoreCorrected['data'] = {
    ...decidedOn(context, data, clause, rules.readingsOf(...parts)),
    correctionId: data.correctionId,
    points,
    ...(points === data.points ? {} : { requested: data.points }),
    reason: data.reason,
    countsOn,
    ...(corrects === undefined ? {} : { corrects: corrects }),
    freesRoom: freesRoom && corrects !== undefined && corrects.points > 0 && points < 0,
  };
  const event = eventOf('ScoreCorrected', corrected);
  if (above === undefined || bound === undefined) return accept(event);
  const readings = rules.readingsOf('correction.bound');
  const warning: Warning = { code: 'correction-above-item', clause, facts: above, readings };
  return accept(event, deepFreeze([warning]));
}

/** By how much a correction raises a matter above what its item, or a limit on it, lets it score; `undefined` if it does not. */
function aboveMaximum(
  { account, role, rules }: AccountContext,
  matter: CorrectedMatter,
  points: number,
): WarningFacts['correction-above-item'] | undefined {
  const item = role.items.get(matter.item);
  if (item === undefined || points <= 0) return undefined;
  const holds = matter.points + correctedBy(account, matter.item, matter.id, matter.on);
  const record = own(folded(account).items, matter.item);
  const member = record && memberOfEntry(record, matter.id, dayNumber(matter.on));
  const rooms = item.limits
    .filter(({ counts }) => counts === 'points')
    .map((limit) => holds + limit.maximum - useOn(account, limit, matter.on, rules.ruleSet, member).used);
  const maximum = Math.min(mostPoints(item.rule), ...rooms);
  if (holds + points <= maximum) return undefined;
  const { title } = item.rule;
  return { matterId: matter.id, item: matter.item, title, points, holds, maximum };
}

/** Whether this very correction was undone. */
function isUndone({ account }: AccountContext, data: Data): boolean {
  return undoneIn(account).some(
    (one) =>
      one.kind === 'correction' &&
      one.correctionId === data.correctionId &&
      isSameCorrection(one.correction, correctionContent(data), data.item),
  );
}

/** Whether the office corrects slips in matters alone. */
function isForMattersOnly({ rules }: AccountContext, { by }: Data): boolean {
  return rules.ruleSet.correction.mattersOnly?.includes(by.office) === true;
}

/** An office that corrects slips in matters alone names the matter. */
function requireMatterNamed(context: AccountContext, data: Data): void {
  if (data.corrects !== undefined || !isForMattersOnly(context, data)) return;
  const { rules } = context;
  const readings = rules.readingsOf('correction.mattersOnly');
  const facts = { correctionId: data.correctionId, office: data.by.office };
  refuse('matter-needed', rules.ruleSet.correction.clause, facts, readings);
}

/** The matter holds the points that are taken from it, as the rules bound that. */
function requireHeld({ account, rules }: AccountContext, matter: CorrectedMatter, points: number): void {
  const { bound, clause } = rules.ruleSet.correction;
  if (bound === undefined || points >= 0) return;
  const { item, id, on } = matter;
  const holds = matter.points + correctedBy(account, item, id, on);
  if (points + holds >= 0) return;
  const facts = { matterId: id, item, points, holds: Math.max(holds, 0) };
  refuse('more-than-matter-holds', clause, facts, rules.readingsOf('correction.bound'));
}

/** The matter that the correction names, if it names one: of that item, or of the only item that has it. */
function requireMatter(context: AccountContext, { corrects, item }: Data): CorrectedMatter | undefined {
  const { role, rules } = context;
  const { clause } = rules.ruleSet.correction;
  if (corrects === undefined) {
    if (item === undefined) return undefined;
    refuse('unknown-matter', clause, { matterId: '', item });
  }
  const items = item === undefined ? [...role.items.keys()] : [item];
  const found = items.flatMap((of) => correctableMatter(context, of, corrects));
  const [matter, another] = found;
  if (matter === undefined) {
    refuse('unknown-matter', clause, { matterId: corrects, ...(item === undefined ? {} : { item }) });
  }
  if (another !== undefined) {
    const facts = { matterId: corrects, items: found.map((one) => one.item) };
    refuse('ambiguous-matter', clause, facts, NO_READINGS);
  }
  return matter;
}

/** What the account holds under an item by that id: a post's latest claim, a matter, a report-in or the opening. */
function correctableMatter({ account, role }: AccountContext, item: string, id: string): CorrectedMatter[] {
  const isClaim = role.items.get(item)?.rule.entry === 'claim';
  const entry = isClaim ? claimsOf(account, id).filter(isOwnClaim).at(-1) : namedMatterOf(account, item, id);
  return entry === undefined ? [] : [{ item, id, on: dayOf(entry), points: pointsOf(entry) }];
}
