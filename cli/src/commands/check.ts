import { checkHandbook, checkProgramme, checkRuleSet } from 'points-bank/define';
import { explain } from 'points-bank/words';
import { readJson } from '../input/json-file.js';
import { problemText } from '../input/problems.js';
import { words } from '../output/table.js';
import type { CommandDefinition, Context } from '../program/command.js';
import { EXIT } from '../program/exit.js';
import { text } from '../program/locale.js';
import { packOf } from '../program/pack.js';
import { FORMAT } from './options.js';

const CHECKS = { rules: checkRuleSet, handbook: checkHandbook, programme: checkProgramme } as const;

/** Everything that is wrong with rules, a handbook or a programme. */
export const check: CommandDefinition = {
  name: 'check',
  summary: text('检查规则、积分手册或岗位活动清单', 'check rules, a handbook or a programme'),
  arguments: [
    {
      name: 'file',
      description: text('要检查的文件；“-”为标准输入', 'the JSON file; - is the standard input'),
      required: true,
      completes: 'file',
    },
  ],
  options: [
    {
      flags: '--as <kind>',
      description: text('文件的内容：规则、积分手册、岗位活动清单', 'what the file holds'),
      choices: Object.keys(CHECKS),
      default: 'rules',
    },
    FORMAT,
  ],
  no: text('查出问题', 'it found problems'),
  examples: ['points-bank check rules.json', 'points-bank check handbook.json --as handbook'],
  run: checkFile,
};

async function checkFile(context: Context) {
  const { given, out, say, locale } = context;
  const file = given.argument(0);
  const problems = CHECKS[given.text('as') as keyof typeof CHECKS](readJson(file, context));
  const pack = packOf(locale);
  if (out.format === 'json') {
    await out.json({
      ok: problems.length === 0,
      problems: problems.map(({ path, code, detail, ...problem }) => ({
        path,
        code,
        detail,
        text: explain({ path, code, detail, ...problem }, pack),
      })),
    });
  } else if (out.format === 'csv') {
    await out.table({
      columns: [words(say('位置', 'part')), words(say('问题', 'problem'))],
      rows: problems.map((problem) => [problem.path, explain(problem, pack)]),
    });
  } else {
    for (const problem of problems) {
      const said = problemText(problem, context);
      await out.line(say(`${file}：${said}`, `${file}: ${said}`));
    }
    if (problems.length === 0) await out.line(say(`${file}：没有问题`, `${file}: no problems`));
  }
  return problems.length === 0 ? EXIT.yes : EXIT.no;
}
