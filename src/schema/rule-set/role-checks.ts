import type { ItemRule, RoleRule, Scoring } from '../../rules/rule-set.js';
import { scoreByQuantity } from '../../rules/score.js';
import { type CheckContext, type Member, nameList, reportDuplicates } from '../check-context.js';
import type { Path } from '../problem.js';
import { checkItemConditions, checkLimits } from './sentence-checks.js';

/** Checks how the parts of one role fit each other. */
export function checkRole(context: CheckContext, role: Path): void {
  const items = context.members<ItemRule>([...role, 'items']);
  for (const item of items) {
    checkItem(context, item);
    checkItemConditions(context, role, item);
  }
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
  if (!names.has(opening)) context.report(at, 'unknown-item', nameList(names));
  const item = items.find(({ key }) => key === opening);
  if (item !== undefined && item.value.entry !== 'registration') context.report(at, 'wrong-entry');
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
  onlyFor(['once'], once === undefined || entry !== 'claim', 'registration, activity');
  if (entry !== 'claim') {
    onlyFor(['once', 'per'], once?.per !== 'twelve-months' || entry === 'registration', 'registration');
    onlyFor(['once', 'opening'], once?.opening === undefined || entry === 'registration', 'registration');
  }
  onlyFor(['again'], again === undefined || entry === 'claim', 'claim');
  onlyFor(['form'], value.form === undefined || entry === 'registration', 'registration');
  for (const part of ['serviceAndAttendance', 'needsClaim', 'mostPerMatter', 'perPost'] as const) {
    onlyFor([part], value[part] === undefined || entry === 'activity', 'activity');
  }
  if (serviceAndAttendance === 'together' && value.mostPerMatter === undefined) {
    context.report([...at, 'mostPerMatter'], 'missing');
  }
  checkScoring(context, [...at, 'scoring'], entry, scoring);
}

/** How each entry may be scored: a report-in states no measure, a claim no quantity. */
const SCORINGS: Readonly<Record<ItemRule['entry'], readonly Scoring['by'][]>> = {
  registration: ['fixed'],
  claim: ['fixed', 'difficulty'],
  activity: ['fixed', 'difficulty', 'quantity'],
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
      context.report([...at, 'points', tier], 'unknown-difficulty', nameList(known));
    }
  }
  if (scoring.by === 'quantity' && scoring.maximum !== undefined) {
    const most = scoreByQuantity({ ...scoring, points: 1 }, scoring.maximum).scored;
    if (most === 0) context.report([...at, 'maximum'], 'never-scores');
  }
  if (entry === 'registration' && scoring.by === 'fixed' && scoring.points < 0) {
    context.report([...at, 'points'], 'not-points', ' ≥ 0');
  }
}
