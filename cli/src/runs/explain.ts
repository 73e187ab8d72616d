import { explain as explained } from 'points-bank/words';
import { eventsOf } from '../input/ledger.js';
import { rulesOf } from '../input/rules.js';
import { figures, words } from '../output/table.js';
import type { Context } from '../program/command.js';
import { EXIT, type Exit } from '../program/exit.js';
import { packOf } from '../program/pack.js';
import { noSuchAccount } from './no-account.js';

/** Prints an explanation of each entry, as it is read. */
export async function explainEntries(context: Context): Promise<Exit> {
  const { given, out, say, locale } = context;
  const [accountId, from = '', to = '9999-12-31'] = [
    given.text('account'),
    given.day('from'),
    given.day('to'),
  ];
  const ruleSet = rulesOf(context);
  if (out.format === 'csv') {
    await out.csv(
      [figures(say('行', 'line')), words(say('账户', 'account')), words(say('说明', 'explanation'))].map(
        ({ title }) => title,
      ),
    );
  }
  let found = accountId === undefined;
  for await (const { event, line } of eventsOf(given.argument(0), context)) {
    const { accountId: of, on } = event.data;
    if (accountId !== undefined && of !== accountId) continue;
    found = true;
    if (on < from || on > to) continue;
    const said = explained(event, packOf(locale), ruleSet);
    if (out.format === 'json') await out.json({ line, accountId: of, text: said });
    else if (out.format === 'csv') await out.csv([line, of, said]);
    else await out.line(say(`${of}：${said}`, `${of}: ${said}`));
  }
  return found ? EXIT.yes : noSuchAccount(accountId as string, context);
}
