import type { Bound, CataloguePart, LimitRule, RedemptionRule, RuleSet } from '../rules/rule-set.js';
import { checkRole } from './role-checks.js';
import { listed, reportDuplicates, reportRepeated, type Scope } from './scope.js';
import { checkTexts } from './text-checks.js';

/** Checks how the parts of a rule set fit each other, its readings apart. */
export function checkRules(scope: Scope): void {
  const roles = scope.names(['roles']);
  if (roles?.size === 0) scope.report(['roles'], 'empty');
  for (const role of roles ?? []) checkRole(scope, ['roles', role]);
  checkInForce(scope);
  checkRedemption(scope);
  checkCatalogue(scope);
  checkBounds(scope);
  for (const command of scope.members<readonly string[]>(['authority', 'offices']))
    reportRepeated(scope, command);
  checkTexts(scope);
}

function checkInForce(scope: Scope): void {
  const { from, until } = scope.part<RuleSet['inForce']>(['inForce']) ?? {};
  if (from !== undefined && until !== undefined && until < from) {
    scope.report(['inForce', 'until'], 'backwards', from);
  }
}

function checkRedemption(scope: Scope): void {
  const kinds = ['redemption', 'consent', 'kinds'];
  reportRepeated(scope, { at: kinds, value: scope.part<readonly string[]>(kinds) ?? [] });
  const openings = scope.members<{ from: string; to: string }>(['redemption', 'period', 'openings']);
  const kind = scope.part<RedemptionRule['period']['kind']>(['redemption', 'period', 'kind']);
  if (kind !== 'openings') return;
  openings.forEach(({ at, value: { from, to } }, i) => {
    if (to < from) scope.report([...at, 'to'], 'backwards', from);
    const other = openings.slice(0, i).find(({ value }) => from <= value.to && value.from <= to);
    if (other !== undefined) scope.report(at, 'overlap', `${other.value.from} – ${other.value.to}`);
  });
}

/** Entries are cited by their id alone, so it has to be one over all kinds. */
function checkCatalogue(scope: Scope): void {
  const entries = [...(scope.names(['catalogue']) ?? [])]
    .flatMap((kind) => scope.members<CataloguePart>(['catalogue', kind, 'entries']))
    .map(({ at, key }) => ({ at, name: key }));
  reportDuplicates(scope, entries);
}

/** A limit that is held as a bound is there in every role that has one of its items. */
function checkBounds(scope: Scope): void {
  const roles = [...(scope.names(['roles']) ?? [])].map((id) => ({
    id,
    items: scope.names(['roles', id, 'items']),
    limits: scope.names(['roles', id, 'limits']),
  }));
  for (const { at, value } of scope.members<Bound>(['bounds', 'held'])) {
    if (value.kind !== 'limit') continue;
    const { limit } = value;
    const having = roles.filter(({ limits }) => limits?.has(limit));
    const limited = having.flatMap(
      ({ id }) => scope.part<LimitRule>(['roles', id, 'limits', limit])?.items ?? [],
    );
    const lacking = roles
      .filter(({ limits }) => limits?.has(limit) === false)
      .filter(({ items }) => having.length === 0 || limited.some((item) => items?.has(item)));
    if (lacking.length > 0) {
      scope.report([...at, 'limit'], 'unknown-limit', listed(new Set(lacking.map(({ id }) => id))));
    }
  }
}
