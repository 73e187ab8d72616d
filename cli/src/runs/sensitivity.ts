import { shownPoints } from 'points-bank';
import { type Sensitivity, sensitivity as sensitivityOf } from 'points-bank/simulation';
import { wordsIn } from 'points-bank/words';
import { historiesOf } from '../input/ledger.js';
import { rulesOf } from '../input/rules.js';
import { type Cell, figures, words } from '../output/table.js';
import type { Context } from '../program/command.js';
import { EXIT, type Exit } from '../program/exit.js';

/** Prints what each other answer to an open question would change on a ledger. */
export async function printSensitivity(context: Context): Promise<Exit> {
  const { given, out, say, locale } = context;
  const [on, ruleSet] = [given.day('on'), rulesOf(context)];
  const histories = await historiesOf(given.argument(0), context);
  const made = sensitivityOf(
    histories.all(say('重算', 'Replaying')),
    ruleSet,
    on === undefined ? {} : { on },
  );
  const shown = made.effects.filter(({ matters }) => matters || given.has('all'));
  if (out.format === 'json') {
    await out.json({ accounts: made.accounts, effects: shown });
    return EXIT.yes;
  }
  const rowOf = (effect: Sensitivity['effects'][number]): Cell[] => [
    // In a table the id stands beside the words, since it is what `--reading` takes.
    `${effect.reading}=${effect.answer}`,
    wordsIn(effect.question, locale),
    wordsIn(ruleSet.readings[effect.reading]?.answers[effect.answer]?.title ?? {}, locale),
    effect.accountsChanged,
    shownPoints(effect.mostPoints, ruleSet),
    shownPoints(effect.totalPoints, ruleSet),
    effect.redemptionsLost,
    effect.feedbackChanged,
  ];
  await out.table({
    columns: [
      words(say('口径=答案', 'reading=answer')),
      words(say('问题', 'question')),
      words(say('若取', 'if it were')),
      figures(say('变动账户', 'accounts')),
      figures(say('至多', 'most points')),
      figures(say('合计', 'all points')),
      figures(say('不能兑换', 'redemptions lost')),
      figures(say('反馈变动', 'feedback')),
    ],
    rows: shown.map(rowOf),
  });
  if (out.format === 'table') {
    const others = made.effects.length - made.effects.filter(({ matters }) => matters).length;
    await out.line(
      say(
        `账户 ${made.accounts} 个。其余 ${others} 种答案对这本台账没有影响。`,
        `Accounts ${made.accounts}. The other ${others} answers change nothing on this ledger.`,
      ),
    );
  }
  return EXIT.yes;
}
