import { checkHandbook, checkProgramme, checkRuleSet } from 'points-bank/define';
import { explain } from 'points-bank/words';
import { readJson } from '../input/json-file.js';
import { problemText } from '../input/problems.js';
import { words } from '../output/table.js';
import type { Context } from '../program/command.js';
import { EXIT, type Exit } from '../program/exit.js';
import { packOf } from '../program/pack.js';

const CHECKS = { rules: checkRuleSet, handbook: checkHandbook, programme: checkProgramme } as const;

/** Checks a file and prints every problem of it. */
export async function checkFile(context: Context): Promise<Exit> {
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
