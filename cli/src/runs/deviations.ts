import { deviations as deviationsOf } from 'points-bank';
import { explain } from 'points-bank/words';
import { ruleSetOf, underReadings } from '../input/rules.js';
import { words } from '../output/table.js';
import type { Context } from '../program/command.js';
import { EXIT, type Exit } from '../program/exit.js';
import { packOf } from '../program/pack.js';
import { clauseWords } from './clause.js';

/** Prints every difference of rules from their base. */
export async function listDeviations(context: Context): Promise<Exit> {
  const { given, out, say, locale } = context;
  const derived = underReadings(ruleSetOf(given.argument(0), context), given.texts('reading'), context);
  const base = ruleSetOf(given.text('base') as string, context);
  const found = deviationsOf(base, derived).map((deviation) => ({
    ...deviation,
    text: explain(deviation, packOf(locale), derived),
  }));
  if (out.format === 'json') await out.json(found);
  else if (out.format === 'csv') {
    const kinds = {
      stricter: say('从严', 'stricter'),
      looser: say('放宽', 'looser'),
      new: say('新增', 'new'),
      other: say('不同', 'different'),
    };
    await out.table({
      columns: [
        words(say('条款', 'clause')),
        words(say('性质', 'kind')),
        words(say('不同之处', 'difference')),
      ],
      rows: found.map(({ clause, kind, text }) => [clauseWords(clause, derived, locale), kinds[kind], text]),
    });
  } else {
    for (const deviation of found) await out.line(deviation.text);
    if (found.length === 0) await out.line(say('没有不同。', 'They do not differ.'));
  }
  return EXIT.yes;
}
