import type { BankEvent } from '../../account/events/event.js';
import { foldAccounts } from '../../account/state/fold.js';
import { fromSnapshot, type Snapshot, snapshot } from '../../account/state/snapshot.js';
import { replayer } from '../../simulation/compare/replay.js';
import { text } from '../../values/text.js';
import { firstOf, type Law, ofLedger, perAccount, unequalContent } from '../law.js';
import { oncePerRuleSet } from '../once-per-rule-set.js';
import { eventsByAccount } from '../subject.js';

/** The places where a history is cut in two: at both ends and in the middle. */
function cuts(events: readonly BankEvent[]): number[] {
  return [0, 1, Math.floor(events.length / 2), events.length];
}

const replayerOf = oncePerRuleSet(replayer);

/** The laws of folding and storing. */
export const FOLD_LAWS: readonly Law[] = [
  {
    name: 'fold-splits-anywhere',
    clause: ofLedger,
    title: text('分段累计与一次累计相同', 'folding in parts equals folding at once'),
    broken: (run) =>
      perAccount(run, (events, id) => {
        const { fold } = run.subject;
        const whole = fold(events);
        return firstOf(cuts(events), (at) =>
          unequalContent(
            `${id} folded in two at ${at}`,
            fold(events.slice(at), fold(events.slice(0, at))),
            whole,
          ),
        );
      }),
  },
  {
    name: 'evolve-is-fold',
    clause: ofLedger,
    title: text('逐个演进与累计相同', 'evolving event by event equals folding'),
    broken: (run) =>
      firstOf(run.accounts, ([id, account]) => {
        const events = eventsByAccount(run.events).get(id) ?? [];
        return unequalContent(`${id} evolved`, account, run.subject.fold(events));
      }),
  },
  {
    name: 'json-round-trip',
    clause: ofLedger,
    title: text('经 JSON 存取后不变', 'events and accounts survive JSON unchanged'),
    broken: (run) =>
      perAccount(run, (events, id) => {
        const stored = JSON.parse(JSON.stringify(events)) as BankEvent[];
        const account = run.subject.fold(events);
        const kept: unknown = JSON.parse(JSON.stringify(account));
        return (
          unequalContent(`the events of ${id}`, stored, events) ??
          unequalContent(`the account of ${id}`, kept, account) ??
          unequalContent(`${id} folded from JSON`, run.subject.fold(stored), account)
        );
      }),
  },
  {
    name: 'snapshot-and-tail',
    clause: ofLedger,
    title: text('快照加其后的事件等于全部重算', 'a snapshot and the events after it equal the whole history'),
    broken: (run) =>
      perAccount(run, (events, id) => {
        const at = Math.floor(events.length / 2);
        const kept = JSON.stringify(snapshot(run.subject.fold(events.slice(0, at)), at));
        const taken = JSON.parse(kept) as Snapshot;
        const account = run.subject.fold(events.slice(taken.streamVersion), fromSnapshot(taken));
        return unequalContent(`${id} from a snapshot`, account, run.subject.fold(events));
      }),
  },
  {
    name: 'accounts-apart',
    clause: ofLedger,
    title: text('账户互不影响', 'the accounts of one stream do not affect each other'),
    broken: (run) => {
      const together = foldAccounts(run.events);
      return perAccount(run, (events, id) =>
        unequalContent(`${id} in the stream`, together.get(id) ?? null, run.subject.fold(events)),
      );
    },
  },
  {
    name: 'replay-reproduces',
    clause: ofLedger,
    title: text('按同样的规则重算得到同样的事件', 'replaying the record under its own rules reproduces it'),
    broken: (run) =>
      perAccount(run, (events, id) => {
        const { outcomes } = replayerOf(run.subject.ruleSet)(events);
        const again = outcomes.map(({ now }) => now ?? null);
        return unequalContent(`${id} decided again`, again, events);
      }),
  },
];
