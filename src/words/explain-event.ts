import type {
  AccountOpened,
  ActivityCredited,
  BankEvent,
  Decided,
  LimitApplied,
  PointsRedeemed,
  PostClaimed,
  ScoreCorrected,
  Scored,
} from '../account/events/event.js';
import type { RuleSet } from '../rules/rule-set.js';
import { toHundredths } from '../values/points.js';
import { quantityRule } from './names.js';
import type { Names, WordPack } from './pack.js';
import { ExplainError, groupOf } from './word-for.js';

/** What an event is explained with. */
type Telling = { readonly pack: WordPack; readonly names: Names; readonly ruleSet: RuleSet | undefined };

/** The sentences that explain an event, its readings apart. */
export function eventSentences(
  event: BankEvent,
  pack: WordPack,
  names: Names,
  ruleSet: RuleSet | undefined,
): string[] {
  groupOf(pack, 'events');
  const telling = { pack, names, ruleSet };
  switch (event.type) {
    case 'AccountOpened':
      return openingSentences(event, telling);
    case 'PostClaimed':
      return claimSentences(event, telling);
    case 'ActivityCredited':
      return creditSentences(event, telling);
    case 'PointsRedeemed':
      return redemptionSentences(event, telling);
    case 'ScoreCorrected':
      return correctionSentences(event, telling);
    default:
      throw new ExplainError(
        `no event of this library: ${String((event satisfies never as BankEvent).type)}`,
      );
  }
}

function heading({ on, clause }: Decided, what: string, points: number, { pack, names }: Telling): string {
  return pack.events.heading({ on, clause, what, points }, names);
}

function openingSentences({ data }: AccountOpened, telling: Telling): string[] {
  const { what, reportsIn } = telling.pack.events;
  return [
    heading(data, what.AccountOpened(data, telling.names), data.points, telling),
    reportsIn(data.reportsIn),
  ];
}

function claimSentences({ data }: PostClaimed, telling: Telling): string[] {
  const { what, claimStands } = telling.pack.events;
  return [
    heading(data, what.PostClaimed(data, telling.names), data.points, telling),
    ...scoreSentences(data, telling),
    ...(data.points === 0 ? [claimStands] : []),
  ];
}

function creditSentences({ data }: ActivityCredited, telling: Telling): string[] {
  const { what, servedIn } = telling.pack.events;
  return [
    heading(data, what.ActivityCredited(data, telling.names), data.points, telling),
    ...(data.postId === undefined ? [] : [servedIn(data.postId)]),
    ...scoreSentences(data, telling),
  ];
}

/** How the points came about: difficulty or quantity, then what each limit took, then the floor under a deduction. */
function scoreSentences(data: Decided & Scored, telling: Telling): string[] {
  const { events } = telling.pack;
  const limits = (data.limits ?? []).flatMap((limit) => limitSentences(limit, telling));
  // Limits take from gains alone, so what a deduction lacks was left by the floor.
  const stopped = data.scored < 0 && data.points !== data.scored;
  return [
    measureSentence(data, telling),
    ...limits,
    ...(stopped ? [events.stoppedAtZero(0 - data.points)] : []),
  ];
}

function measureSentence(data: Decided & Scored, { pack, names, ruleSet }: Telling): string {
  const { measures } = pack.events;
  const { difficulty, quantity, unit, scored } = data;
  if (difficulty !== undefined) {
    return measures.difficulty({ difficulty: names.difficulty(difficulty), scored }, names);
  }
  if (quantity === undefined) return measures.fixed(scored);
  const rule = quantityRule(ruleSet, data);
  if (rule === undefined) return measures.quantity({ quantity, unit, scored }, names);
  const counted = toHundredths(Math.min(quantity, rule.maximum ?? quantity));
  const rounded = counted % toHundredths(rule.each) !== 0;
  return measures.quantityByRule({ quantity, rule, scored, rounded }, names);
}

function limitSentences(limit: LimitApplied, { pack, names }: Telling): string[] {
  return [pack.events.limit(limit, names), pack.events.limitResets(limit.resetsOn)];
}

function redemptionSentences({ data }: PointsRedeemed, telling: Telling): string[] {
  const { names } = telling;
  const { what, reward, reduced, notReduced, handbook } = telling.pack.events;
  const after = data.balance - data.deducted;
  const { version, filing, filingDue } = data.handbook;
  const missed = filing === 'overdue' || filing === 'filed-late' ? filingDue : undefined;
  return [
    heading(data, what.PointsRedeemed(data, names), -data.deducted, telling),
    ...data.lines.map((line) => reward(line, names)),
    data.deducted === data.points ? reduced({ before: data.balance, after }, names) : notReduced(after),
    handbook(version, missed),
  ];
}

function correctionSentences({ data }: ScoreCorrected, telling: Telling): string[] {
  const { names } = telling;
  const { what, reason, corrects, correctionCut, countsOn, freesRoom, bothFigures } = telling.pack.events;
  return [
    heading(data, what.ScoreCorrected(data, names), data.points, telling),
    reason(data.reason),
    ...(data.corrects === undefined ? [] : [corrects(data.corrects, names)]),
    ...(data.requested === undefined ? [] : [correctionCut(data.requested)]),
    ...(data.countsOn === data.on ? [] : [countsOn(data.countsOn)]),
    ...(data.freesRoom ? [freesRoom] : []),
    bothFigures,
  ];
}
