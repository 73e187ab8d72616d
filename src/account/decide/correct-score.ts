import { dayFromNumber } from '../../values/calendar.js';
import { lookUp, recordsOf } from '../../values/keyed.js';
import type { CorrectScore } from '../commands/command.js';
import type { CorrectedMatter } from '../events/event.js';
import { type Account, FIELDS, matterKey, OPENING_KEY } from '../state/account.js';
import { correctionContent } from '../state/fingerprint.js';
import type { Context, OpenContext } from './context.js';
import { aboveFloor } from './floor.js';
import { atOpenAccount, correctable, creditedBefore, datedWell, withEntered } from './guards.js';
import { accept, type Decision, RETRIED, refuse, VERSIONS } from './verdict.js';

type Data = CorrectScore['data'];

/** Correcting the score, up or down: assessment and balance both move (clause 2.5). */
export function correctScore(given: Context, command: CorrectScore, loaded: Account): Decision {
  const { data } = command;
  const context = atOpenAccount(given, loaded, command);
  if ('accepted' in context) return context;
  const { account, rules } = context;
  const { correction } = rules.ruleSet;
  const known = lookUp(account.corrections, data.correctionId, FIELDS.correction);
  if (known !== undefined) {
    const same = known[0] === correctionContent(data) && (data.item === undefined || data.item === known[1]);
    if (same) return RETRIED;
    return refuse(
      'duplicate-correction',
      correction.clause,
      { correctionId: data.correctionId },
      rules.rests(),
    );
  }
  const refused = datedWell(context, data.on) ?? clerical(context, data);
  if (refused !== undefined) return refused;
  const matter = correctedMatter(context, data);
  if (matter !== undefined && 'accepted' in matter) return matter;
  const countsOn = correction.counts === 'matter-date' && matter !== undefined ? matter.on : data.on;
  const points = aboveFloor(context, correction.floor, {
    points: data.points,
    on: countsOn,
    clause: correction.clause,
    part: 'correction.floor',
    recordedAtZero: false,
  });
  if (typeof points === 'object') return points;
  const refusedSum = correctable(context, countsOn, points);
  if (refusedSum !== undefined) return refusedSum;

  // From here on it must succeed.
  const parts = ['correction.floor'];
  if (matter !== undefined) parts.push('correction.counts', 'correction.freesRoom');
  if (data.by.office === 'community') parts.push('authority.offices.CorrectScore');
  return accept({
    type: 'ScoreCorrected',
    data: {
      accountId: account.accountId,
      communityId: account.communityId,
      correctionId: data.correctionId,
      points,
      ...(points === data.points ? {} : { requested: data.points }),
      reason: data.reason,
      on: data.on,
      countsOn,
      ...(matter === undefined ? {} : { corrects: matter }),
      freesRoom: correction.freesRoom && matter !== undefined && points < 0,
      by: data.by,
      clause: correction.clause,
      ruleSet: rules.reference,
      readings: withEntered(rules.rests(...parts), context, data),
    },
    metadata: VERSIONS.ScoreCorrected,
  });
}

/** Where communities may correct, it is a clerical error of a matter that they name. */
function clerical({ rules }: OpenContext, { by, corrects, correctionId }: Data): Decision | undefined {
  if (by.office !== 'community' || corrects !== undefined) return undefined;
  const rested = rules.rests('authority.offices.CorrectScore');
  return refuse('matter-needed', rules.ruleSet.correction.clause, { correctionId }, rested);
}

/** The matter that the correction names: of that item, or of the only item that has it. */
function correctedMatter(
  context: OpenContext,
  { corrects, item }: Data,
): CorrectedMatter | undefined | Decision {
  const { role, rules } = context;
  const { clause } = rules.ruleSet.correction;
  if (corrects === undefined) {
    if (item === undefined) return undefined;
    return refuse('unknown-matter', clause, { matterId: '', item }, rules.rests());
  }
  const items = item === undefined ? [...role.items.keys()] : [item];
  const found = items.map((of) => matterOf(context, of, corrects)).filter((matter) => matter !== undefined);
  const [matter, another] = found;
  if (matter === undefined) {
    const facts = { matterId: corrects, ...(item === undefined ? {} : { item }) };
    return refuse('unknown-matter', clause, facts, rules.rests());
  }
  if (another === undefined) return matter;
  const facts = { matterId: corrects, items: found.map((one) => one.item) };
  return refuse('ambiguous-matter', clause, facts, rules.rests());
}

/** What the account holds under an item by that id: a matter, a post, a report-in by its day, or the opening by its day. */
function matterOf({ account, role }: OpenContext, item: string, id: string): CorrectedMatter | undefined {
  if (role.items.get(item)?.rule.entry === 'claim') {
    const claim = recordsOf(account.posts, id, FIELDS.matter).at(-1);
    return claim === undefined ? undefined : { item, id, on: dayFromNumber(claim[0]), points: claim[1] };
  }
  const keys = [matterKey(id), matterKey(id, 'attendance'), matterKey(id, 'service')];
  // Only the item that an opening is booked under has anything by that key.
  if (id === account.openedOn) keys.push(OPENING_KEY);
  for (const key of keys) {
    const record = creditedBefore(account, item, key);
    if (record !== undefined) return { item, id, on: dayFromNumber(record[0]), points: record[1] };
  }
  return undefined;
}
