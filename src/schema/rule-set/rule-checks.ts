import { mostRedeemed } from '../../rules/reach/most-redeemed.js';
import type {
  Bound,
  CatalogueEntry,
  CommandType,
  IneligibilityRule,
  LimitRule,
  RedemptionLimit,
  RedemptionRule,
  RuleSet,
  UseRule,
} from '../../rules/rule-set.js';
import type { Calendar } from '../../values/window.js';
import {
  type CheckContext,
  checkNamesOf,
  nameList,
  reportDuplicates,
  reportRepeated,
} from '../check-context.js';
import type { Path } from '../problem.js';
import { checkTexts } from '../text-checks.js';
import { checkCarryOver } from './carry-over-checks.js';
import { checkLevels } from './level-checks.js';
import { checkRole } from './role-checks.js';
import { checkBeside, checkNeeds, comparingAt } from './sentence-checks.js';
import { checkTransfer } from './transfer-checks.js';

/** Checks how the parts of a rule set fit each other, its readings apart. */
export function checkRules(context: CheckContext): void {
  const roles = context.names(['roles']);
  if (roles?.size === 0) context.report(['roles'], 'empty');
  for (const role of roles ?? []) checkRole(context, ['roles', role]);
  checkInForce(context);
  checkRedemption(context);
  checkTransfer(context);
  checkCatalogue(context);
  checkBounds(context);
  checkOffices(context);
  for (const { at, value } of context.members<IneligibilityRule>(['ineligibility']))
    reportRepeated(context, { at: [...at, 'bars'], value: value.bars ?? [] });
  checkLevels(context);
  checkTexts(context);
}

/** The commands that mean something only where the rules have a part for them. */
const PARTS_OF_COMMANDS = { VerifyEntry: 'verification', CloseAccount: 'closing' } as const;

/** Each command that an office has means something, and what has to be entered has an office. */
function checkOffices(context: CheckContext): void {
  for (const at of LISTS_OF_OFFICES) {
    checkNamesOf(context, { at, value: context.part<readonly string[]>(at) ?? [] }, 'offices');
  }
  const at = ['authority', 'offices'];
  const names = context.names(at);
  if (names === undefined) return;
  const given = new Map<string, readonly string[]>();
  for (const { at: path, key, value = [] } of context.members<readonly string[]>(at)) {
    checkNamesOf(context, { at: path, value }, 'offices');
    given.set(key, value);
  }
  const isSomebodys = (command: CommandType): boolean => (given.get(command) ?? []).length > 0;
  // A command whose offices are malformed may be anybody's.
  const isNobodys = (command: CommandType): boolean =>
    !names.has(command) || given.get(command)?.length === 0;
  const rules = context.whole as { readonly [part: string]: unknown };
  for (const command of ['VerifyEntry', 'CloseAccount'] as const) {
    const part = PARTS_OF_COMMANDS[command];
    if (isSomebodys(command) && rules[part] === undefined)
      context.report([...at, command], 'without-rule', part);
  }
  if (rules.verification !== undefined && isNobodys('VerifyEntry')) {
    context.report(['verification'], 'without-office', 'VerifyEntry');
  }
  // Points that nobody may receive would be lost.
  if (isSomebodys('TransferPoints') && isNobodys('ReceivePoints')) {
    context.report([...at, 'TransferPoints'], 'without-office', 'ReceivePoints');
  }
}

/** Where else the rules name offices. */
const LISTS_OF_OFFICES: readonly Path[] = [
  ['correction', 'mattersOnly'],
  ['reversal', 'untilFeedback'],
];

function checkInForce(context: CheckContext): void {
  const { from, until } = context.part<RuleSet['inForce']>(['inForce']) ?? {};
  if (from !== undefined && until !== undefined && until < from) {
    context.report(['inForce', 'until'], 'backwards', from);
  }
}

function checkRedemption(context: CheckContext): void {
  checkNeeds(context, ['redemption', 'requires']);
  checkRedemptionLimits(context);
  checkCarryOver(context);
  const redemption = context.names(['redemption']);
  if (redemption?.has('spendableWait') && !redemption.has('spendableAfter')) {
    context.report(['redemption', 'spendableWait'], 'not-alone', 'spendableAfter');
  }
  const kinds = ['redemption', 'consent', 'kinds'];
  reportRepeated(context, { at: kinds, value: context.part<readonly string[]>(kinds) ?? [] });
  const openings = context.members<{ from: string; to: string }>(['redemption', 'period', 'openings']);
  const kind = context.part<RedemptionRule['period']['kind']>(['redemption', 'period', 'kind']);
  if (kind !== 'openings') return;
  openings.forEach(({ at, value: { from, to } }, i) => {
    if (to < from) context.report([...at, 'to'], 'over-year-end', from);
    const other = openings.slice(0, i).find(({ value }) => from <= value.to && value.from <= to);
    if (other !== undefined) context.report(at, 'overlap', `${other.value.from} – ${other.value.to}`);
  });
}

/** No limit on redeeming names a reward twice, and each has something to refuse. */
function checkRedemptionLimits(context: CheckContext): void {
  const limits = context.members<RedemptionLimit>(['redemption', 'limits']);
  for (const { at, value } of limits) {
    reportRepeated(context, { at: [...at, 'rewards'], value: value.rewards ?? [] });
  }
  const redemption = context.part<RedemptionRule>(['redemption']);
  if (redemption === undefined) return;
  const calendar = context.part<Calendar>(['calendar']);
  const compare = comparingAt(context, ['redemption', 'limits']);
  checkBeside(context, limits, (limit, beside) =>
    mostRedeemed({ ...redemption, limits: beside }, limit, calendar, limit, compare),
  );
}

/** Entries are cited by their id alone, so it has to be one over all kinds. */
function checkCatalogue(context: CheckContext): void {
  const entries = [...(context.names(['catalogue']) ?? [])].flatMap((kind) =>
    context.members<CatalogueEntry>(['catalogue', kind, 'entries']),
  );
  reportDuplicates(
    context,
    entries.map(({ at, key }) => ({ at, name: key })),
  );
  for (const { at, value } of [...entries, ...context.members<UseRule>(['uses'])]) {
    checkNamesOf(context, { at: [...at, 'roles'], value: value.roles ?? [] }, 'roles');
  }
}

/** A limit that is held as a bound is there in every role that has one of its items. */
function checkBounds(context: CheckContext): void {
  const roles = [...(context.names(['roles']) ?? [])].map((id) => ({
    id,
    items: context.names(['roles', id, 'items']),
    limits: context.names(['roles', id, 'limits']),
  }));
  for (const { at, value } of context.members<Bound>(['bounds', 'held'])) {
    if (value.kind !== 'limit') continue;
    const { limit } = value;
    context.compare(at, roles.length);
    const having = roles.filter(({ limits }) => limits?.has(limit));
    const limited = having.flatMap(
      ({ id }) => context.part<LimitRule>(['roles', id, 'limits', limit])?.items ?? [],
    );
    context.compare(at, limited.length * (roles.length - having.length));
    const lacking = roles
      .filter(({ limits }) => limits?.has(limit) === false)
      .filter(({ items }) => having.length === 0 || limited.some((item) => items?.has(item)));
    if (lacking.length > 0) {
      context.report([...at, 'limit'], 'unknown-limit', nameList(new Set(lacking.map(({ id }) => id))));
    }
  }
}
