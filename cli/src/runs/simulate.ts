import { type Handbook, type RuleSet, shownPoints } from 'points-bank';
import { parseHandbook } from 'points-bank/schema';
import {
  type Histogram,
  type Population,
  plainPopulation,
  populationFrom,
  quantiles,
  SimulationError,
  type SimulationOptions,
  type SimulationResult,
  simulate as simulated,
  simulateHistories,
} from 'points-bank/simulation';
import { wordsIn } from 'points-bank/words';
import { readJson, readJsonAs } from '../input/json-file.js';
import { historiesOf } from '../input/ledger.js';
import { rulesOf } from '../input/rules.js';
import { progressOf } from '../output/progress.js';
import { figures, type Table, words } from '../output/table.js';
import type { Context } from '../program/command.js';
import { EXIT, type Exit, UnusableError } from '../program/exit.js';
import { checkSealing, EventWriter } from './event-writer.js';
import { roleTitle } from './item-title.js';

/** Simulates volunteers and prints the results, or the ledger that they leave. */
export async function simulateRun(context: Context): Promise<Exit> {
  const { given, out, say } = context;
  checkSealing(context);
  const ruleSet = rulesOf(context);
  const handbookFile = given.text('handbook');
  const handbook: Handbook | undefined =
    handbookFile === undefined ? undefined : readJsonAs(handbookFile, parseHandbook, context);
  const run: SimulationOptions = {
    ruleSet,
    population: await populationOf(ruleSet, context),
    ...given.period(),
    seed: given.whole('seed', 0) as number,
    ...(handbook && { handbook }),
  };
  try {
    if (given.has('events')) await printEvents(run, context);
    else if (out.format === 'json') await out.json(results(run, say));
    else await printResults(results(run, say), run, context);
  } catch (error) {
    if (!(error instanceof SimulationError)) throw error;
    throw new UnusableError(
      say(
        `志愿者行为的参数有误${error.path === undefined ? '' : `：${error.path}`}`,
        `the population cannot be simulated: ${error.message}`,
      ),
    );
  }
  return EXIT.yes;
}

/** How the volunteers behave: as a file says, as those of a ledger do, or plainly. */
async function populationOf(ruleSet: RuleSet, context: Context): Promise<Population> {
  const { given, say } = context;
  const [file, ledger] = [given.text('population'), given.text('like')];
  const volunteers = given.whole('volunteers', 1);
  const ways = [file, ledger, volunteers].filter((way) => way !== undefined);
  if (ways.length > 1) {
    throw new UnusableError(
      say(
        '--volunteers、--population 和 --like 只能填写一项',
        'of --volunteers, --population and --like only one can be given',
      ),
    );
  }
  // Whether it is a population, the simulation finds out; it has to be an object for that.
  if (file !== undefined) return (readJson(file, context) ?? {}) as Population;
  if (ledger === undefined) return plainPopulation(ruleSet, volunteers === undefined ? {} : { volunteers });
  return populationFrom((await historiesOf(ledger, context)).all(say('估计', 'Estimating')), ruleSet);
}

async function printEvents(run: SimulationOptions, context: Context): Promise<void> {
  const writer = new EventWriter(context);
  for (const history of simulateHistories(run)) await writer.write(history);
}

function results(run: SimulationOptions, say: Context['say']): SimulationResult {
  let progress: ReturnType<typeof progressOf> | undefined;
  const result = simulated({
    ...run,
    onProgress: ({ done, of }) => {
      progress ??= progressOf(say('模拟', 'Simulating'), of);
      progress.at(done);
    },
  });
  progress?.stop();
  return result;
}

async function printResults(
  result: SimulationResult,
  { ruleSet, handbook }: SimulationOptions,
  context: Context,
): Promise<void> {
  const { out, say } = context;
  if (out.format === 'table') {
    const accepted = Object.values(result.commands.accepted).reduce((sum, count) => sum + count, 0);
    const refused = Object.values(result.commands.refused).reduce((sum, count) => sum + count, 0);
    await out.line(
      say(
        `账户 ${result.accounts} 个；已办理 ${accepted} 项，未能办理 ${refused} 项`,
        `Accounts ${result.accounts}; commands accepted ${accepted}, refused ${refused}`,
      ),
    );
    await out.line('');
  }
  await out.table(byRole(result, ruleSet, context));
  if (out.format === 'table' && Object.keys(result.demand).length > 0) {
    await out.line('');
    await out.table(demand(result, handbook, context));
  }
}

function byRole(result: SimulationResult, ruleSet: RuleSet, { say, locale }: Context): Table {
  const shown = (histogram: Histogram) =>
    quantiles(histogram, [0, 0.25, 0.5, 0.75, 1]).map((points) => shownPoints(points, ruleSet));
  return {
    columns: [
      words(say('类别', 'role')),
      figures(say('账户', 'accounts')),
      figures(say('考核积分最低', 'least assessment')),
      figures(say('四分之一', 'quarter')),
      figures(say('中位', 'median')),
      figures(say('四分之三', 'three quarters')),
      figures(say('最高', 'most')),
      figures(say('可兑换积分中位', 'median redeemable')),
      figures(say('兑换次数', 'redemptions')),
    ],
    rows: Object.entries(result.roles).map(([role, of]) => [
      wordsIn(roleTitle(role, ruleSet), locale),
      of.accounts,
      ...shown(of.assessment),
      shown(of.redeemable)[2],
      of.redemptions.visits,
    ]),
  };
}

function demand(result: SimulationResult, handbook: Handbook | undefined, { say, locale }: Context): Table {
  const titleOf = (id: string): string =>
    wordsIn(handbook?.rewards.find(({ rewardId }) => rewardId === id)?.title ?? { '': id }, locale);
  return {
    columns: [
      words(say('期间', 'period')),
      words(say('兑换品', 'reward')),
      figures(say('申请', 'asked')),
      figures(say('兑付', 'given')),
    ],
    rows: Object.entries(result.demand).flatMap(([period, rewards]) =>
      Object.entries(rewards).map(([reward, { asked, given }]) => [period, titleOf(reward), asked, given]),
    ),
  };
}
