import type { Command } from '../../account/commands/command.js';
import { readCommand } from '../../account/commands/read-command.js';
import { commandOf } from '../../account/events/command-of.js';
import type { CommandType } from '../../rules/rule-set.js';
import { canonicalJson } from '../../values/json.js';
import { text } from '../../values/text.js';
import { firstOf, type Law, ofLedger, unequal } from '../law.js';
import type { CommandRun, CommandStep } from '../subject.js';

function steps(run: CommandRun, broken: (step: CommandStep) => string | undefined): string | undefined {
  return firstOf(run.steps, broken);
}

/** The laws of deciding. */
export const DECISION_LAWS: readonly Law[] = [
  {
    name: 'refused-changes-nothing',
    clause: ofLedger,
    title: text('未能办理的命令不改变任何事', 'a refused command changes nothing'),
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
      '一个命令至多产生一个事件',
      'an accepted command leads to one event, or to none if it is a retry',
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
    title: text('事件如实记录命令', 'an event states what its command stated'),
    broken: (run) => steps(run, saysTheCommand),
  },
  {
    name: 'retried-yields-nothing',
    clause: ofLedger,
    title: text(
      '重复发送的命令被接受而不再产生事件',
      'an accepted command sent again is accepted and yields no event',
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
    name: 'nothing-only-for-what-stands',
    clause: ofLedger,
    title: text(
      '只有内容完全相同的命令已经办理过，才可不产生事件',
      'a command is accepted without an event only if that very command led to one before',
    ),
    broken: (run) => {
      const led = new Set<string>();
      return steps(run, ({ command, decision }) => {
        const read = readCommand(command);
        if (!read.ok || !decision.accepted) return undefined;
        const contents = contentsOf(read.command);
        if (decision.events.length > 0) for (const content of contents) led.add(content);
        return contents.some((content) => led.has(content)) ? undefined : 'it led to no event, now or before';
      });
    },
  },
  {
    name: 'same-in-same-out',
    clause: ofLedger,
    title: text('同样的输入得到同样的结果', 'the same command for the same account has the same decision'),
    broken: (run) =>
      steps(run, ({ command, before, decision }) =>
        unequal(
          'the repeated decision',
          canonicalJson(run.subject.decide(command, before)),
          canonicalJson(decision),
        ),
      ),
  },
  {
    name: 'arguments-untouched',
    clause: ofLedger,
    title: text('不改动所给的参数', 'arguments are not changed'),
    broken: (run) =>
      steps(run, ({ command, before }) => {
        const copies = [snapshotOf(command), snapshotOf(before)];
        run.subject.decide(command, before);
        return unequal('the arguments', [snapshotOf(command), snapshotOf(before)], copies);
      }),
  },
  {
    name: 'frozen',
    clause: ofLedger,
    title: text('所得结果不可改动', 'results cannot be changed'),
    broken: (run) =>
      steps(run, ({ decision, after }) => {
        if (!frozenAll(decision)) return 'a decision can be changed';
        return frozenAll(after) ? undefined : 'an account can be changed';
      }),
  },
  {
    name: 'malformed-is-refused',
    clause: ofLedger,
    title: text('填写有误的命令指明是哪一栏，不予办理', 'a malformed command is refused, naming the field'),
    broken: (run) =>
      steps(run, ({ command, decision }) => {
        const read = readCommand(command);
        if (read.ok) return undefined;
        if (decision.accepted) return `a malformed command was accepted: ${read.problem.field}`;
        return unequal('the refusal of a malformed command', decision.refusal.code, 'invalid-command');
      }),
  },
];

/** The event must state the whole command, except for the clause and the colour, which a command only cites. */
function saysTheCommand({ command, decision }: CommandStep): string | undefined {
  const event = decision.accepted ? decision.events[0] : undefined;
  const read = readCommand(command);
  if (event === undefined || !read.ok) return undefined;
  const said = saidBy(read.command);
  const told = saidBy(commandOf(event));
  // A correction may leave the item out; the event then states it.
  if (event.type === 'ScoreCorrected' && said.item === undefined) delete told.item;
  return unequal('the content of the event', canonicalJson(told), canonicalJson(said));
}

/** What a command says that its event has to say too: an event may be more exact about the entry it is about. */
function saidBy(command: Command): Record<string, unknown> {
  const { clause: _clause, colour: _colour, ...said } = command.data as unknown as Record<string, unknown>;
  if (command.data.recordedOn === command.data.on) delete said.recordedOn;
  if (command.type === 'VerifyEntry') {
    const { kind, id } = command.data.verifies;
    said.verifies = { kind, id };
  }
  if (command.type === 'OpenAccount' && command.data.continues !== undefined) {
    said.continues = command.data.continues.map(({ data }) => [
      data.accountId,
      data.on,
      data.reason,
      data.handedOn,
    ]);
  }
  return said;
}

/**
 * What counts of a command where it arrives again: all of it but the day of writing it up and what it only cites or confirms. A correction
 * may leave out its item; the entry that a verification is about may be named less exactly; a bar goes on in another account; an event that
 * is handed over may come with more or less of its data.
 */
function contentsOf({ type, data }: Command): string[] {
  const {
    clause: _c,
    colour: _o,
    formComplete: _f,
    recordedOn: _r,
    otherAccounts: _a,
    by,
    ...said
  } = data as unknown as Record<string, unknown> & Pick<Command['data'], 'by'>;
  const who = SIGNED.has(type) ? [by.communityId === undefined ? by.office : '', by.approvedBy ?? ''] : [];
  const content = (of: object): string => canonicalJson([type, ...who, of]);
  switch (type) {
    case 'CorrectScore': {
      const { item: _item, ...rest } = said;
      return [content(said), content(rest)];
    }
    case 'VerifyEntry': {
      const { kind, id } = data.verifies;
      return [content({ accountId: data.accountId, kind, id })];
    }
    case 'OpenAccount': {
      const { continues: _closings, ...rest } = said;
      return [
        content({ ...rest, continues: (data.continues ?? []).map((closing) => closing.data.accountId) }),
      ];
    }
    case 'ReceivePoints': {
      const { accountId: from, transferId, points } = data.sent.data;
      return [content({ accountId: data.accountId, on: data.on, from, transferId, points })];
    }
    case 'BarAccount': {
      const { accountId: _account, ...rest } = said;
      return [content(rest)];
    }
    default:
      return [content(said)];
  }
}

/** The commands of which it counts which office entered them, and who approved. */
const SIGNED: ReadonlySet<CommandType> = new Set([
  'ReportIn',
  'CreditActivity',
  'ClaimPost',
  'RedeemPoints',
  'CorrectScore',
  'ReverseEntry',
  'BarAccount',
]);

/** A value as text that shows every change. */
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
