import type { ItemRule, RoleRule, RuleSet, Scoring } from '../../rules/rule-set.js';
import { changesPoints, isByQuantity, scoreByQuantity } from '../../rules/score.js';
import {
  type CheckContext,
  checkNamesOf,
  type Member,
  reportDuplicates,
  reportUnknown,
} from '../check-context.js';
import type { Path } from '../problem.js';
import { checkItemConditions, checkLimits } from './sentence-checks.js';

/** Checks how the parts of one role fit each other. */
export function checkRole(context: CheckContext, role: Path): void {
  const items = context.members<ItemRule>([...role, 'items']);
  for (const item of items) checkItem(context, item);
  checkItemConditions(context, role);
  checkOpening(context, role, items);
  // One command enters them without naming the item, so there can be one of each.
  onlyOne(context, items, 'registration');
  onlyOne(context, items, 'claim');
  checkLimits(context, role);
  for (const list of ['recipients', 'uses']) {
    const parts = context.members<{ id: string }>([...role, 'feedback', list]);
    reportDuplicates(
      context,
      parts.map(({ at, value }) => ({ at: [...at, 'id'], name: value.id })),
    );
  }
}

function checkOpening(context: CheckContext, role: Path, items: readonly Member<ItemRule>[]): void {
  const at = [...role, 'opening', 'item'];
  const opening = context.part<RoleRule['opening']['item']>(at);
  const names = context.names([...role, 'items']);
  if (opening === undefined || names === undefined) return;
  if (!names.has(opening)) reportUnknown(context, at, 'unknown-item', opening, names);
  const item = items.find(({ key }) => key === opening);
  const whole = context.part<RoleRule['opening']>([...role, 'opening']);
  if (item?.value.form === 'each-time' && whole !== undefined && whole.form === undefined) {
    context.report([...role, 'opening', 'form'], 'missing');
  }
  if (item !== undefined && item.value.entry !== 'registration') context.report(at, 'wrong-entry');
  if (item !== undefined && whole !== undefined) checkOpeningPoints(context, role, item.value, whole.points);
}

/** An item that the opening alone is booked under scores what the opening does, unless it scores nothing of its own. */
function checkOpeningPoints(
  context: CheckContext,
  role: Path,
  { once, scoring }: ItemRule,
  points: number,
): void {
  if (once?.per !== 'life' || once.opening !== 'counts' || scoring.by !== 'fixed') return;
  if (scoring.points !== 0 && points !== scoring.points)
    context.report([...role, 'opening', 'points'], 'opening-differs', String(scoring.points));
}

function onlyOne(context: CheckContext, items: readonly Member<ItemRule>[], entry: ItemRule['entry']): void {
  const [first, ...more] = items.filter(({ value }) => value.entry === entry);
  for (const { at } of more) context.report([...at, 'entry'], 'entry-taken', first?.key);
}

function checkItem(context: CheckContext, { at, value }: Member<ItemRule>): void {
  const { entry, scoring, once, again, serviceAndAttendance } = value;
  const onlyFor = (part: string[], fits: boolean, entries: string): void => {
    if (!fits) context.report([...at, ...part], 'misplaced', entries);
  };
  onlyFor(['once'], once === undefined || entry === 'registration', 'registration');
  onlyFor(['again'], again === undefined || entry === 'claim', 'claim');
  onlyFor(['form'], value.form === undefined || entry === 'registration', 'registration');
  for (const part of OF_ACTIVITIES) {
    onlyFor([part], value[part] === undefined || entry === 'activity', 'activity');
  }
  if (serviceAndAttendance === 'together' && value.mostPerMatter === undefined) {
    context.report([...at, 'mostPerMatter'], 'missing');
  }
  if (value.offices !== undefined) checkOfficesOf(context, [...at, 'offices'], value.offices);
  checkScoring(context, [...at, 'scoring'], entry, scoring);
  checkFactors(context, { at, value });
  const grounds = context.names(['ineligibility']);
  if (value.bars !== undefined && grounds?.has(value.bars.ground) === false) {
    reportUnknown(context, [...at, 'bars', 'ground'], 'unknown-ground', value.bars.ground, grounds);
  }
}

/** The offices of an item credit activities. */
function checkOfficesOf(context: CheckContext, at: Path, offices: readonly string[]): void {
  checkNamesOf(context, { at, value: offices }, 'offices');
  const known = context.names(['offices']);
  const credits = context.part<readonly string[]>(['authority', 'offices', 'CreditActivity']);
  if (known === undefined || credits === undefined) return;
  context.compare(at, offices.length * credits.length);
  offices.forEach((office, i) => {
    if (!known.has(office) || credits.includes(office)) return;
    context.report([...at, i], 'without-office', 'CreditActivity');
  });
}

/** What only activities have. */
const OF_ACTIVITIES = [
  'offices',
  'serviceAndAttendance',
  'needsClaim',
  'mostPerMatter',
  'perPost',
  'bars',
] as const;

function checkFactors(context: CheckContext, { at, value }: Pick<Member<ItemRule>, 'at' | 'value'>): void {
  const factors = Object.entries(value.factors ?? {});
  // All that is held is taken once, whatever the day.
  if (value.scoring.by === 'balance' && factors.length > 0)
    context.report([...at, 'factors'], 'not-both', 'balance');
  if (factors.length === 0) return;
  const changes = changesPoints(value.scoring);
  const inForce = context.part<RuleSet['inForce']>(['inForce']);
  for (const [id, factor] of factors) {
    const here = [...at, 'factors', id];
    const { from, until, times } = factor;
    if (until < from) context.report([...here, 'until'], 'backwards', from);
    if (inForce?.from !== undefined && until < inForce.from)
      context.report([...here, 'until'], 'no-effect', `inForce.from ${inForce.from}`);
    if (inForce?.until !== undefined && from > inForce.until)
      context.report([...here, 'from'], 'no-effect', `inForce.until ${inForce.until}`);
    if (value.scoring.by !== 'balance' && !changes(times))
      context.report([...here, 'times'], 'no-effect', 'scoring');
  }
}

/** How each entry may be scored: a report-in states no measure, a claim no quantity. */
const SCORINGS: Readonly<Record<ItemRule['entry'], readonly Scoring['by'][]>> = {
  registration: ['fixed'],
  claim: ['fixed', 'difficulty'],
  activity: ['fixed', 'difficulty', 'quantity', 'bands', 'balance'],
};

function checkScoring(context: CheckContext, at: Path, entry: ItemRule['entry'], scoring: Scoring): void {
  if (!SCORINGS[entry].includes(scoring.by)) {
    context.report([...at, 'by'], 'wrong-scoring', SCORINGS[entry].join(', '));
  }
  if (scoring.by === 'difficulty') {
    const known = context.names(['difficulties']);
    const tiers = Object.keys(scoring.points);
    if (tiers.length === 0) context.report([...at, 'points'], 'empty');
    for (const tier of tiers) {
      if (known === undefined || known.has(tier)) continue;
      reportUnknown(context, [...at, 'points', tier], 'unknown-difficulty', tier, known);
    }
  }
  if (scoring.by === 'quantity' && scoring.maximum !== undefined) {
    const most = scoreByQuantity({ ...scoring, points: 1 }, scoring.maximum).scored;
    if (most === 0) context.report([...at, 'maximum'], 'never-scores');
  }
  if (scoring.by === 'bands') checkBands(context, at, scoring);
  if (isByQuantity(scoring) && scoring.lowers && scoring.over !== undefined) {
    context.report([...at, 'over'], 'not-both', 'lowers');
  }
  if (entry === 'registration' && scoring.by === 'fixed' && scoring.points < 0) {
    context.report([...at, 'points'], 'not-points', ' ≥ 0');
  }
}

/** Bands go upwards, and each can be reached. */
function checkBands(
  context: CheckContext,
  at: Path,
  { bands, maximum }: Extract<Scoring, { by: 'bands' }>,
): void {
  bands.forEach(({ from }, i) => {
    const before = bands[i - 1]?.from;
    const here = [...at, 'bands', i, 'from'];
    if (before !== undefined && from <= before) context.report(here, 'not-above', String(before));
    if (maximum !== undefined && from > maximum) context.report(here, 'never-scores');
  });
}
