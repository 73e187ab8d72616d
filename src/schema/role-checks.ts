import type { ItemRule, LimitRule, RoleRule, Scoring } from '../rules/rule-set.js';
import { scoreByQuantity } from '../rules/score.js';
import type { Path } from './problem.js';
import { listed, type Member, reportDuplicates, type Scope } from './scope.js';

/** Checks how the parts of one role fit each other. */
export function checkRole(scope: Scope, role: Path): void {
  const items = scope.members<ItemRule>([...role, 'items']);
  for (const item of items) checkItem(scope, item);
  checkOpening(scope, role, items);
  // One command enters them without naming the item, so there can be one of each.
  onlyOne(scope, items, 'registration');
  onlyOne(scope, items, 'claim');
  checkLimits(scope, role);
  for (const list of ['recipients', 'uses']) {
    const parts = scope.members<{ id: string }>([...role, 'feedback', list]);
    reportDuplicates(
      scope,
      parts.map(({ at, value }) => ({ at: [...at, 'id'], name: value.id })),
    );
  }
}

function checkOpening(scope: Scope, role: Path, items: readonly Member<ItemRule>[]): void {
  const at = [...role, 'opening', 'item'];
  const opening = scope.part<RoleRule['opening']['item']>(at);
  const names = scope.names([...role, 'items']);
  if (opening === undefined || names === undefined) return;
  if (!names.has(opening)) scope.report(at, 'unknown-item', listed(names));
  const item = items.find(({ key }) => key === opening);
  if (item !== undefined && item.value.entry !== 'registration') scope.report(at, 'wrong-entry');
}

function onlyOne(scope: Scope, items: readonly Member<ItemRule>[], entry: ItemRule['entry']): void {
  const [first, ...more] = items.filter(({ value }) => value.entry === entry);
  for (const { at } of more) scope.report([...at, 'entry'], 'entry-taken', first?.key);
}

function checkItem(scope: Scope, { at, value }: Member<ItemRule>): void {
  const { entry, scoring, once, again, serviceAndAttendance } = value;
  const onlyFor = (part: string[], fits: boolean, entries: string): void => {
    if (!fits) scope.report([...at, ...part], 'misplaced', entries);
  };
  onlyFor(['once'], once === undefined || entry !== 'claim', 'registration, activity');
  if (entry !== 'claim') {
    onlyFor(['once', 'per'], once?.per !== 'twelve-months' || entry === 'registration', 'registration');
    onlyFor(['once', 'opening'], once?.opening === undefined || entry === 'registration', 'registration');
  }
  onlyFor(['again'], again === undefined || entry === 'claim', 'claim');
  onlyFor(['serviceAndAttendance'], serviceAndAttendance === undefined || entry === 'activity', 'activity');
  checkScoring(scope, [...at, 'scoring'], entry, scoring);
}

/** How each entry may be scored: a report-in states no measure, a claim no quantity. */
const SCORINGS: Readonly<Record<ItemRule['entry'], readonly Scoring['by'][]>> = {
  registration: ['fixed'],
  claim: ['fixed', 'difficulty'],
  activity: ['fixed', 'difficulty', 'quantity'],
};

function checkScoring(scope: Scope, at: Path, entry: ItemRule['entry'], scoring: Scoring): void {
  if (!SCORINGS[entry].includes(scoring.by)) {
    scope.report([...at, 'by'], 'wrong-scoring', SCORINGS[entry].join(', '));
  }
  if (scoring.by === 'difficulty') {
    const known = scope.names(['difficulties']);
    const tiers = Object.keys(scoring.points);
    if (tiers.length === 0) scope.report([...at, 'points'], 'empty');
    for (const tier of tiers) {
      if (known === undefined || known.has(tier)) continue;
      scope.report([...at, 'points', tier], 'unknown-difficulty', listed(known));
    }
  }
  if (scoring.by === 'quantity' && scoring.maximum !== undefined) {
    const most = scoreByQuantity({ ...scoring, points: 1 }, scoring.maximum).scored;
    if (most === 0) scope.report([...at, 'maximum'], 'never-scores');
  }
  if (entry === 'registration' && scoring.by === 'fixed' && scoring.points < 0) {
    scope.report([...at, 'points'], 'not-points', ' ≥ 0');
  }
}

function checkLimits(scope: Scope, role: Path): void {
  const known = scope.names([...role, 'items']);
  for (const { at, value } of scope.members<LimitRule>([...role, 'limits'])) {
    value.items.forEach((item, i) => {
      if (known === undefined || known.has(item)) return;
      scope.report([...at, 'items', i], 'unknown-item', listed(known));
    });
    // Named twice, an item would use its room twice.
    reportDuplicates(
      scope,
      value.items.map((name, i) => ({ at: [...at, 'items', i], name })),
    );
  }
}
