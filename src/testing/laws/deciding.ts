import { readCommand } from '../../account/commands/read-command.js';
import type { Refusal } from '../../account/decide/refusal.js';
import { commandOf } from '../../account/events/command-of.js';
import type { BankEvent } from '../../account/events/event.js';
import { redeemable } from '../../account/state/account.js';
import { digest } from '../../rules/digest.js';
import type { CommandType } from '../../rules/rule-set.js';
import { canonicalJson } from '../../values/json.js';
import { text, wordsIn } from '../../values/text.js';
import { en } from '../../words/en.js';
import { explain } from '../../words/explain.js';
import type { WordPack } from '../../words/pack.js';
import { ExplainError } from '../../words/word-for.js';
import { zhCN } from '../../words/zh-cn.js';
import { firstOf, type Law, ofLedger, unequal } from '../law.js';
import type { Run, Step } from '../subject.js';

function steps(run: Run, broken: (step: Step) => string | undefined): string | undefined {
  return firstOf(run.steps, broken);
}

/** The laws of deciding. */
export const DECISION_LAWS: readonly Law[] = [
  {
    name: 'refused-changes-nothing',
    clause: ofLedger,
    title: text('不予受理的命令不改变任何事', 'a refused command changes nothing'),
    broken: (run) =>
      steps(run, ({ before, after, decision }) => {
        if (decision.accepted) return undefined;
        if ('events' in decision) return 'a refusal carries events';
        return before === after ? undefined : 'a refused command changed the account';
      }),
  },
  {
    name: 'one-event-a-command',
    clause: ofLedger,
    title: text(
      '受理的命令至多产生一个事件',
      'an accepted command leads to one event, or to none where it was sent again',
    ),
    broken: (run) =>
      steps(run, ({ decision }) =>
        decision.accepted && decision.events.length > 1
          ? `it led to ${decision.events.length} events`
          : undefined,
      ),
  },
  {
    name: 'event-says-the-command',
    clause: ofLedger,
    title: text('事件如实记录命令', 'an event says what the command said'),
    broken: (run) => steps(run, saysTheCommand),
  },
  {
    name: 'retried-yields-nothing',
    clause: ofLedger,
    title: text(
      '重复发送的命令被接受而不再产生事件',
      'an accepted command sent again is accepted and yields nothing',
    ),
    broken: (run) =>
      steps(run, ({ command, after, decision }) => {
        if (!decision.accepted) return undefined;
        const again = run.subject.decide(command, after);
        if (!again.accepted) return `sent again, it was refused: ${again.refusal.code}`;
        return again.events.length === 0 ? undefined : 'sent again, it led to another event';
      }),
  },
  {
    name: 'same-in-same-out',
    clause: ofLedger,
    title: text('同样的输入得到同样的结果', 'the same command for the same account is decided alike'),
    broken: (run) =>
      steps(run, ({ command, before, decision }) =>
        unequal(
          'the decision taken again',
          canonicalJson(run.subject.decide(command, before)),
          canonicalJson(decision),
        ),
      ),
  },
  {
    name: 'arguments-untouched',
    clause: ofLedger,
    title: text('不改动所给的参数', 'what is handed over is left as it was'),
    broken: (run) =>
      steps(run, ({ command, before }) => {
        const copies = [snapshotOf(command), snapshotOf(before)];
        run.subject.decide(command, before);
        return unequal('what was handed over', [snapshotOf(command), snapshotOf(before)], copies);
      }),
  },
  {
    name: 'frozen',
    clause: ofLedger,
    title: text('所得结果不可改动', 'what is given out cannot be changed'),
    broken: (run) =>
      steps(run, ({ decision, after }) => {
        if (!frozenAll(decision)) return 'a decision can be changed';
        return frozenAll(after) ? undefined : 'an account can be changed';
      }),
  },
  {
    name: 'malformed-is-refused',
    clause: ofLedger,
    title: text('格式有误的命令指明字段而不予受理', 'a malformed command is refused, naming the field'),
    broken: (run) =>
      steps(run, ({ command, decision }) => {
        const read = readCommand(command);
        if (read.ok) return undefined;
        if (decision.accepted) return `a malformed command was accepted: ${read.problem.field}`;
        return unequal('the refusal of a malformed command', decision.refusal.code, 'invalid-command');
      }),
  },
  {
    name: 'office-entitled',
    clause: ({ authority }) => authority.clause,
    title: text('只有有权的机构才能办理', 'only the office that the rules name enters a command'),
    broken: (run) =>
      firstOf(run.events, (event) => {
        const type: CommandType = commandOf(event).type;
        const { office } = event.data.by;
        if (run.subject.ruleSet.authority.offices[type].includes(office)) return undefined;
        return `${type} was entered by the ${office} office`;
      }),
  },
  {
    name: 'dated-well',
    clause: ({ entries }) => entries.clause,
    title: text(
      '日期不早于开户，并在施行期内',
      'no entry is before the opening or outside the time in force',
    ),
    broken: (run) => firstOf(run.events, (event) => datedWell(run, event.data.accountId, event.data.on)),
  },
  {
    name: 'opened-as-the-role-says',
    clause: ({ clauses }) => clauses.accounts,
    title: text('开户按类别定颜色与分值', 'an account opens with its role’s colour and points'),
    broken: (run) =>
      firstOf(run.events, (event) => {
        if (event.type !== 'AccountOpened') return undefined;
        const role = run.subject.ruleSet.roles[event.data.role];
        const { colour, points } = event.data;
        return unequal('the opening', [colour, points], [role?.account.colour, role?.opening.points]);
      }),
  },
  {
    name: 'names-its-rules',
    clause: ofLedger,
    title: text('每个事件写明所据规则与解释口径', 'every event names its rules, its clause and its readings'),
    broken: (run) => {
      const expected = digest(run.subject.ruleSet);
      const { readings } = run.subject.ruleSet;
      return firstOf(run.events, ({ data }) => {
        const odd = Object.entries(data.readings).find(([id, answer]) => readings[id]?.chosen !== answer);
        if (odd !== undefined) return `reading ${odd.join('=')} is not the rule set's`;
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
      steps(run, ({ decision }) => {
        const subjects: readonly (BankEvent | Refusal)[] = decision.accepted
          ? decision.events
          : [decision.refusal];
        return firstOf(subjects, explainedInFull);
      }),
  },
  {
    name: 'debt-blocks-redemption',
    clause: ({ redemption }) => redemption.clause,
    title: text('可兑换积分为负时不得兑换', 'a negative balance blocks redemption'),
    broken: (run) =>
      steps(run, ({ before, decision }) => {
        const event = decision.accepted ? decision.events[0] : undefined;
        if (event?.type !== 'PointsRedeemed') return undefined;
        return redeemable(before) > 0 ? undefined : `redeemed with a balance of ${redeemable(before)}`;
      }),
  },
];

/** The event gives back the command, but for the clause and the colour, which a command only cites. */
function saysTheCommand({ command, decision }: Step): string | undefined {
  const event = decision.accepted ? decision.events[0] : undefined;
  const read = readCommand(command);
  if (event === undefined || !read.ok) return undefined;
  const { clause: _clause, colour: _colour, item, ...said } = read.command.data as Record<string, unknown>;
  // A correction may leave the item out; the event then says which it was.
  const items = read.command.type === 'CorrectScore' && item === undefined ? ['item'] : [];
  const told = { ...(commandOf(event).data as unknown as Record<string, unknown>) };
  for (const field of items) delete told[field];
  return unequal(
    'what the event says',
    canonicalJson(told),
    canonicalJson(item === undefined ? said : { ...said, item }),
  );
}

function datedWell({ accounts, subject }: Run, accountId: string, on: string): string | undefined {
  const account = accounts.get(accountId);
  const { from = '', until = '9999' } = subject.ruleSet.inForce;
  if (on < from || on > until) return `an entry of ${on} is outside the time in force`;
  return account?.status === 'open' && on >= account.openedOn
    ? undefined
    : `an entry of ${on} is before the opening`;
}

/** A value as text, whatever it is: symbols and functions too, so that a change in them is seen. */
function snapshotOf(value: unknown): string {
  return (
    JSON.stringify(value, (_key, of: unknown) =>
      typeof of === 'number' || of === undefined ? String(of) : of,
    ) ?? ''
  );
}

function frozenAll(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(frozenAll);
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
