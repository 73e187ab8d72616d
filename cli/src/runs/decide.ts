import { type Bank, createBank, type Decision, decideAll, type RuleSet, stockAfter } from 'points-bank';
import { parseHandbook, parseProgramme } from 'points-bank/schema';
import { explain } from 'points-bank/words';
import { type FoldedLedger, foldedLedger } from '../input/folded-ledger.js';
import { readJsonAs } from '../input/json-file.js';
import { brokenRecord, placed, recordsOf } from '../input/records.js';
import { rulesOf } from '../input/rules.js';
import { type Source, sourceOf } from '../input/source.js';
import type { Context } from '../program/command.js';
import { EXIT, type Exit } from '../program/exit.js';
import { packOf } from '../program/pack.js';
import { checkSealing, EventWriter } from './event-writer.js';

/** Commands decided at a time. */
const BATCH = 500;

type Line = { readonly line: number; readonly input: unknown };

/** Prints what became of a command. */
type Answer = (line: Line, decision: Decision) => Promise<void>;

/** Decides commands in their order, each for the account as the ledger and the commands before it left it. */
export async function decideCommands(context: Context): Promise<Exit> {
  const { given, say } = context;
  checkSealing(context);
  const source = sourceOf(given.argument(0), context);
  const ledger = await foldedLedger(given.text('ledger'), context);
  let bank = bankOf(ledger, context);
  let accounts = ledger.accounts;
  const answer = await answerOf(source, ledger, context);
  let refused = false;
  const decideLines = async (lines: readonly Line[]): Promise<void> => {
    const decided = decideAll(
      bank,
      lines.map(({ input }) => input),
      accounts,
    );
    accounts = decided.accounts;
    if (decided.handbook !== undefined) bank = bank.withHandbook(decided.handbook);
    for (const [i, decision] of decided.decisions.entries()) {
      refused ||= !decision.accepted;
      await answer(lines[i] as Line, decision);
    }
  };
  let batch: Line[] = [];
  for await (const record of recordsOf(source, 'command', say)) {
    if (record.broken !== undefined) throw brokenRecord(source, record, say);
    batch.push({ line: record.line, input: record.value });
    if (batch.length < BATCH) continue;
    await decideLines(batch);
    batch = [];
  }
  await decideLines(batch);
  return refused ? EXIT.no : EXIT.yes;
}

/** The rules at work, with what is left of the handbook's stock. */
function bankOf({ redemptions }: FoldedLedger, context: Context): Bank<RuleSet> {
  const [handbook, programme] = [context.given.text('handbook'), context.given.text('programme')];
  const bank = createBank(rulesOf(context));
  const stocked =
    handbook === undefined
      ? bank
      : bank.withHandbook(stockAfter(readJsonAs(handbook, parseHandbook, context), redemptions));
  return programme === undefined
    ? stocked
    : stocked.withProgramme(readJsonAs(programme, parseProgramme, context));
}

/** How the user wants to be answered: by the events alone, or by a line for each command. */
async function answerOf(source: Source, { last }: FoldedLedger, context: Context): Promise<Answer> {
  const { given, out, say } = context;
  const ruleSet = rulesOf(context);
  if (given.has('events')) {
    const writer = new EventWriter(context, last);
    return async ({ line }, decision) => {
      if (decision.accepted) return writer.write(decision.events);
      const said = textOf(decision, ruleSet, context);
      process.stderr.write(`${placed(source.name, line, said, say)}\n`);
    };
  }
  if (out.format === 'csv') {
    const columns = [
      say('行', 'line'),
      say('账户', 'account'),
      say('结果', 'answer'),
      say('说明', 'explanation'),
    ];
    await out.csv(columns);
  }
  return async ({ line, input }, decision) => {
    const said = textOf(decision, ruleSet, context);
    if (out.format === 'json') await out.json({ line, ...decision, text: said });
    else if (out.format === 'csv') {
      const word = decision.accepted ? say('已办理', 'accepted') : say('未能办理', 'refused');
      await out.csv([line, accountOf(input), word, said]);
    } else await out.line(placed(source.name, line, said, say));
  };
}

/** A decision in words, with its warnings. */
function textOf(decision: Decision, ruleSet: RuleSet, { locale, say }: Context): string {
  const pack = packOf(locale);
  if (!decision.accepted) return explain(decision.refusal, pack, ruleSet);
  const said = [...decision.events, ...decision.warnings].map((one) => explain(one, pack, ruleSet));
  return said.length === 0
    ? say('此前已登记，不重复办理。', 'It is on record already.')
    : pack.paragraph(said);
}

/** The account that a command names, if it is one. */
function accountOf(input: unknown): string | undefined {
  const accountId = (input as { data?: { accountId?: unknown } } | null)?.data?.accountId;
  return typeof accountId === 'string' ? accountId : undefined;
}
