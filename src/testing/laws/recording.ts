import type { Refusal } from '../../account/decide/refusal.js';
import { commandOf } from '../../account/events/command-of.js';
import type { AccountOpened, BankEvent } from '../../account/events/event.js';
import { redeemable } from '../../account/state/account.js';
import { balanceOn } from '../../account/state/figures/balance.js';
import { digest } from '../../rules/digest.js';
import type { CommandType, RuleSet } from '../../rules/rule-set.js';
import { addMonths } from '../../values/calendar.js';
import { canonicalJson } from '../../values/json.js';
import { text, wordsIn } from '../../values/text.js';
import { windowOf } from '../../values/window.js';
import { en } from '../../words/en.js';
import { explain } from '../../words/explain.js';
import type { WordPack } from '../../words/pack.js';
import { ExplainError } from '../../words/word-for.js';
import { zhCN } from '../../words/zh-cn.js';
import { firstOf, type Law, ofLedger, unequal } from '../law.js';
import { oncePerRuleSet } from '../once-per-rule-set.js';
import type { CommandRun } from '../subject.js';

const digestOf = oncePerRuleSet(digest);

const LATER_THAN_ALL = '9999-12-31';
const EARLIER_THAN_ALL = '0001-01-01';

/** Whether an account that continues others was handed the report-in of the time in which it is opened. */
function isReportedInBefore({ data }: AccountOpened, { calendar, roles }: RuleSet): boolean {
  const per = roles[data.role]?.items[data.item]?.once?.per;
  if (per === undefined) return false;
  const isOfOneTime = (a: string, b: string): boolean => {
    if (per !== 'twelve-months') return windowOf(per, a, calendar).key === windowOf(per, b, calendar).key;
    const [first, second] = [a, b].sort() as [string, string];
    return second < addMonths(first, 12);
  };
  const handed = (data.continues ?? []).flatMap(({ handedOn }) => handedOn.reportIns);
  return handed.some((on) => isOfOneTime(on, data.on));
}

/** The offices that credit the item of an activity, where it names any. */
function officesOfItem({ events, subject }: CommandRun, event: BankEvent): readonly string[] | undefined {
  if (event.type !== 'ActivityCredited' || event.data.entry !== 'activity') return undefined;
  const { accountId, item } = event.data;
  const opening = events.find((one) => one.type === 'AccountOpened' && one.data.accountId === accountId);
  return opening?.type === 'AccountOpened'
    ? subject.ruleSet.roles[opening.data.role]?.items[item]?.offices
    : undefined;
}

/** The laws of recorded events and their explanations. */
export const RECORD_LAWS: readonly Law[] = [
  {
    name: 'office-entitled',
    clause: ({ authority }) => authority.clause,
    title: text('只有有权的机构才能办理', 'only an office that the rules name records a command'),
    broken: (run) =>
      firstOf(run.events, (event) => {
        const type: CommandType = commandOf(event).type;
        const { office } = event.data.by;
        const { authority } = run.subject.ruleSet;
        if (!authority.offices[type]?.includes(office)) return `${type} was recorded by the ${office} office`;
        const offices = officesOfItem(run, event);
        return offices === undefined || offices.includes(office)
          ? undefined
          : `an item of other offices was credited by the ${office} office`;
      }),
  },
  {
    name: 'dated-well',
    clause: ({ entries }) => entries.clause,
    title: text(
      '日期不早于开户，并在施行期内',
      'no entry is dated before the opening or while the rules are not in force',
    ),
    broken: (run) => firstOf(run.events, (event) => datedWell(run, event.data.accountId, event.data.on)),
  },
  {
    name: 'written-up-later',
    clause: ({ entries }) => entries.clause,
    title: text(
      '登记日期只影响登记日期本身，且不早于发生日期',
      'the day of writing up changes nothing but itself, and is never before the day it happened',
    ),
    broken: (run) =>
      firstOf(run.steps, ({ before, command, decision }) => {
        const [event] = decision.accepted ? decision.events : [];
        if (event === undefined) return undefined;
        const { recordedOn: _recordedOn, ...data } = event.data;
        const { on } = data;
        const { recordedOn: _given, ...said } = (
          command as { readonly data: { readonly recordedOn?: string } }
        ).data;
        const late = run.subject.decide(
          { ...(command as object), data: { ...said, recordedOn: LATER_THAN_ALL } },
          before,
        );
        const early = run.subject.decide(
          { ...(command as object), data: { ...said, recordedOn: EARLIER_THAN_ALL } },
          before,
        );
        if (early.accepted) return 'it was written up before it happened';
        const [told] = late.accepted ? late.events : [];
        return unequal(
          `the event of ${on}, written up later`,
          canonicalJson(told?.data ?? null),
          canonicalJson({ ...data, recordedOn: LATER_THAN_ALL }),
        );
      }),
  },
  {
    name: 'opened-as-the-role-says',
    clause: ({ clauses }) => clauses.accounts,
    title: text('开户按类别定颜色与分值', 'an account opens with its role’s colour and points'),
    broken: (run) =>
      firstOf(run.events, (event) => {
        if (event.type !== 'AccountOpened') return undefined;
        const { colour, points, role: id } = event.data;
        const role = run.subject.ruleSet.roles[id];
        // The report-in of the year goes along with what is handed on.
        const scored = isReportedInBefore(event, run.subject.ruleSet) ? 0 : role?.opening.points;
        return unequal('the opening', [colour, points], [role?.account.colour, scored]);
      }),
  },
  {
    name: 'names-its-rules',
    clause: ofLedger,
    title: text('每个事件写明所据规则与解释口径', 'every event names its rules, its clause and its readings'),
    broken: (run) => {
      const expected = digestOf(run.subject.ruleSet);
      const { readings } = run.subject.ruleSet;
      return firstOf(run.events, ({ data }) => {
        const odd = Object.entries(data.readings).find(([id, answer]) => readings[id]?.chosen !== answer);
        if (odd !== undefined) return `reading ${odd.join('=')} is not that of the rule set`;
        return data.clause === ''
          ? 'an event cites no clause'
          : unequal('the digest', data.ruleSet.digest, expected);
      });
    },
  },
  {
    name: 'explained',
    clause: ofLedger,
    title: text(
      '事件与未能办理的原因都能以两种语言说明',
      'every event and refusal can be explained in both languages, naming its clause',
    ),
    broken: (run) =>
      firstOf(run.steps, ({ decision }) => {
        const subjects: readonly (BankEvent | Refusal)[] = decision.accepted
          ? decision.events
          : [decision.refusal];
        return firstOf(subjects, explainedInFull);
      }),
  },
  {
    name: 'debt-blocks-redemption',
    clause: ({ redemption }) => redemption.clause,
    title: text(
      '可兑换积分为负时不得兑换，规则允许透支的除外',
      'a negative balance blocks redemption, unless the rules let an account owe',
    ),
    broken: (run) =>
      firstOf(run.steps, ({ before, decision }) => {
        const event = decision.accepted ? decision.events[0] : undefined;
        if (event?.type !== 'PointsRedeemed') return undefined;
        const { ruleSet } = run.subject;
        const { covered, overdraft } = ruleSet.redemption;
        const least = 0 - (overdraft?.points ?? 0);
        // Honours alone cost nothing, so that a balance of 0 is enough.
        const needed = least + Math.min(event.data.points, 1);
        const held =
          covered === 'when-entered' ? redeemable(before) : balanceOn(before, event.data.on, ruleSet);
        return held >= needed ? undefined : `redeemed with a balance of ${held}`;
      }),
  },
];

function datedWell({ accounts, subject }: CommandRun, accountId: string, on: string): string | undefined {
  const account = accounts.get(accountId);
  const { from = '', until = '9999' } = subject.ruleSet.inForce;
  if (on < from || on > until) return `an entry of ${on} is dated while the rules are not in force`;
  return account !== undefined && account.status !== 'unopened' && on >= account.openedOn
    ? undefined
    : `an entry of ${on} is before the opening`;
}

/** Two packs say something of their own, and both name the clause and, of an entry, the item. */
function explainedInFull(subject: BankEvent | Refusal): string | undefined {
  const { clause } = 'type' in subject ? subject.data : subject;
  const title = 'type' in subject && 'scored' in subject.data ? subject.data.title : undefined;
  const [chinese, english] = [zhCN, en].map((pack) => {
    const words = wordsOf(subject, pack);
    const named = title === undefined || words.includes(wordsIn(title, pack.locale));
    return words.includes(clause) && named ? words : undefined;
  });
  const said = chinese !== undefined && english !== undefined && chinese !== english;
  return said ? undefined : `not explained: ${'type' in subject ? subject.type : subject.code}`;
}

/** What a pack says of a subject; nothing where it has no words for it. */
function wordsOf(subject: BankEvent | Refusal, pack: WordPack): string {
  try {
    return explain(subject, pack);
  } catch (thrown) {
    if (thrown instanceof ExplainError) return '';
    throw thrown;
  }
}
