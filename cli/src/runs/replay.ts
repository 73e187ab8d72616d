import { type BankEvent, type RuleSet, shownPoints } from 'points-bank';
import { type ReplayOutcome, replay as replayed } from 'points-bank/simulation';
import { explain, wordsIn } from 'points-bank/words';
import { historiesOf } from '../input/ledger.js';
import { rulesOf } from '../input/rules.js';
import { type Cell, figures, type Table, words } from '../output/table.js';
import type { Context } from '../program/command.js';
import { EXIT, type Exit } from '../program/exit.js';
import { packOf } from '../program/pack.js';
import { noSuchAccount } from './no-account.js';

/** Decides a ledger again, one account at a time, and prints the entries that come out otherwise. */
export async function replayLedger(context: Context): Promise<Exit> {
  const { given, out, say, locale } = context;
  const [accountId, ruleSet] = [given.text('account'), rulesOf(context)];
  const histories = await historiesOf(given.argument(0), context);
  if (accountId !== undefined && !histories.accounts.has(accountId)) return noSuchAccount(accountId, context);
  const rows: Cell[][] = [];
  const count = { all: 0, differing: 0 };
  for (const outcome of outcomesOf(histories.all(say('重算', 'Replaying'), accountId), ruleSet)) {
    const differs = isOtherwise(outcome);
    count.all += 1;
    if (differs) count.differing += 1;
    else if (!given.has('all')) continue;
    if (out.format === 'json') await out.json({ differs, ...outcome });
    else rows.push(rowOf(outcome, ruleSet, context));
  }
  if (out.format === 'json') return EXIT.yes;
  if (out.format === 'csv' || rows.length > 0) await out.table(tableOf(rows, say));
  if (out.format === 'csv') return EXIT.yes;
  await out.line(
    say(
      `重算 ${count.all} 笔，${count.differing} 笔结果不同。`,
      `Entries decided again: ${count.all}; with another outcome: ${count.differing}.`,
    ),
  );
  for (const unknown of replayed([], ruleSet).unknown) await out.line(`* ${wordsIn(unknown, locale)}`);
  return EXIT.yes;
}

function* outcomesOf(
  histories: Iterable<BankEvent[]>,
  ruleSet: RuleSet,
): Generator<ReplayOutcome, void, void> {
  for (const history of histories) yield* replayed(history, ruleSet).outcomes;
}

function tableOf(rows: readonly Cell[][], say: Context['say']): Table {
  return {
    columns: [
      words(say('账户', 'account')),
      words(say('日期', 'date')),
      figures(say('原记', 'recorded')),
      figures(say('重算', 'now')),
      words(say('说明', 'explanation')),
    ],
    rows,
  };
}

function rowOf(
  { recorded, now, refusal }: ReplayOutcome,
  ruleSet: RuleSet,
  { locale, say }: Context,
): Cell[] {
  const shown = (event: BankEvent | undefined): Cell => {
    const points = event && pointsOf(event);
    return points === undefined ? undefined : shownPoints(points, ruleSet);
  };
  const said = now ?? refusal;
  return [
    recorded.data.accountId,
    recorded.data.on,
    shown(recorded),
    shown(now),
    said === undefined
      ? say('此前已有相同登记，不再记分。', 'It repeats an earlier entry, and nothing further happens.')
      : explain(said, packOf(locale), ruleSet),
  ];
}

/** Whether the rules refuse what is recorded, or lead to other figures. */
function isOtherwise({ recorded, now }: ReplayOutcome): boolean {
  return now === undefined || JSON.stringify(movesOf(recorded)) !== JSON.stringify(movesOf(now));
}

/** The change of the balance and of the assessment, as far as the event says it, and the day that it counts on. */
function movesOf(event: BankEvent): readonly unknown[] {
  const assessment = event.type === 'EntryReversed' ? event.data.assessment : undefined;
  const countsOn = event.type === 'ScoreCorrected' ? event.data.countsOn : undefined;
  return [pointsOf(event), assessment, countsOn, 'pending' in event.data];
}

/** The change of the balance; `undefined` for what is none of points. */
function pointsOf(event: BankEvent): number | undefined {
  switch (event.type) {
    case 'PointsRedeemed':
      return -event.data.deducted;
    case 'PointsSent':
      return -event.data.points;
    case 'EntryReversed':
      return event.data.balance;
    case 'AccountClosed':
      return -event.data.balance;
    case 'PostReleased':
    case 'AccountBarred':
      return undefined;
    case 'AccountOpened':
    case 'PostClaimed':
    case 'ActivityCredited':
    case 'EntryVerified':
    case 'ScoreCorrected':
    case 'PointsReceived':
      return event.data.points;
  }
}
