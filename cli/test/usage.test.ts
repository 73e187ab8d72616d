import { spawn } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { Folder, PROGRAM } from './support/cli.js';
import { COMMANDS, eventsOf } from './support/sample.js';

/* How the program is spoken to: languages, help, usage errors, files, pipes and terminals. */

const folder = new Folder();
folder.write('ledger.jsonl', eventsOf(COMMANDS));

describe('the language', () => {
  test.each([
    [{}, [], 'Usage:'],
    [{ LANG: 'zh_CN.UTF-8' }, [], '用法：'],
    [{ LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }, [], 'Usage:'],
    [{ LC_MESSAGES: 'zh_CN', LANG: 'en_GB.UTF-8' }, [], '用法：'],
    [{ LANG: 'zh_CN.UTF-8' }, ['--locale', 'en'], 'Usage:'],
    [{}, ['--locale=zh'], '用法：'],
  ])('under %j with %j: %s', async (env, args, title) => {
    const { out } = await folder.run(['--help', ...args], { env });
    expect(out.split(' ')[0]).toBe(title);
  });
});

describe('help', () => {
  test('lists every command, and goes to the standard output', async () => {
    const { code, out, err } = await folder.chinese(['--help']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatchInlineSnapshot(`
      "用法： points-bank [选项] 命令 [参数]

      按规则管理志愿服务积分

      选项：
        -V, --version      显示版本
        --locale <locale>  语言；不填时按 LANG（可填：en、zh）
        -h, --help         显示帮助

      命令：
        check              检查规则、积分手册或岗位活动清单
        deviations         列出细则与所据规则的不同
        decide             按规则办理登记
        statement          一个账户的对账单
        register           全部账户的台账
        feedback           年度反馈
        explain            逐笔说明台账中的记录
        verify             核验台账：链是否完整，每笔是否出自规则
        replay             按其他规则重算台账，列出结果不同的各笔
        compare            按两种规则对比一本台账
        sensitivity        哪些解释口径对这本台账有影响
        simulate           按规则模拟一批志愿者
        completion         输出命令行补全脚本
        man                输出手册页
        help               显示一个命令的帮助
      "
    `);
  });

  test('of a command is the same by its option and by its name', async () => {
    const byName = await folder.run(['help', 'verify']);
    expect(byName).toEqual(await folder.run(['verify', '--help']));
    expect(byName).toMatchObject({ code: 0, err: '' });
    expect(byName.out).toMatchInlineSnapshot(`
      "Usage: points-bank verify [options] <ledger>

      verify a ledger: its chain, and every decision in it

      Arguments:
        ledger                 the ledger: an event a line, or CSV; - is the standard
                               input

      Options:
        --head <hash>          the hash, kept elsewhere, with which the chain has to
                               end
        --rules <rules>        rules under which the ledger was kept; can be repeated,
                               and shipped rule sets are known
        --reading <id=answer>  another answer to an open question of the rules; can be
                               repeated
        --handbook <file>      the handbook of rewards, a JSON file
        --input <form>         the form of the input; by the name of the file where it
                               is left out (one of jsonl, csv)
        --format <format>      how to print (one of table, json, csv; default table)
        -h, --help             print help

      Global Options:
        -V, --version          print the version
        --locale <locale>      the language; that of LANG where it is left out (one of
                               en, zh)

      Examples:
        points-bank verify ledger.jsonl
        points-bank verify ledger.jsonl --format json
      "
    `);
  });

  test('without a command is a usage error', async () => {
    const { code, out, err } = await folder.run([]);
    expect([code, out, err.split('\n')[0]]).toEqual([
      2,
      '',
      'Usage: points-bank [options] <command> [arguments]',
    ]);
  });
});

describe('usage errors end with 2, and nothing on the standard output', () => {
  test.each([
    [
      ['veryfy', 'x'],
      "unknown command 'veryfy'; did you mean verify?",
      '没有此命令：veryfy，是否应为 verify？',
    ],
    [
      ['verify', 'x', '--hed', 'y'],
      "unknown option '--hed'; did you mean --head?",
      '没有此选项：--hed，是否应为 --head？',
    ],
    [['verify'], "missing required argument 'ledger'", '缺少参数：ledger'],
    [['verify', 'x', '--head'], "option '--head <hash>' argument missing", '选项缺少内容：--head <hash>'],
    [['register', 'x'], "required option '--on <day>' not specified", '缺少必填的选项：--on <day>'],
    [['verify', 'x', 'y'], "too many arguments for 'verify'. Expected 1 argument but got 2.", '参数过多'],
    [
      ['verify', 'x', '--format', 'xml'],
      "option '--format <format>' argument 'xml' is invalid. Allowed choices are table, json, csv.",
      'xml 不可用，--format <format> 只能填：table、json、csv',
    ],
    [
      ['completion', 'tcsh'],
      "command-argument value 'tcsh' is invalid for argument 'shell'. Allowed choices are bash, zsh, fish.",
      'tcsh 不可用，shell 只能填：bash、zsh、fish',
    ],
  ])('%j', async (args, english, chinese) => {
    expect(await folder.run(args)).toEqual({ code: 2, out: '', err: `points-bank: ${english}\n` });
    expect(await folder.chinese(args)).toEqual({ code: 2, out: '', err: `points-bank: ${chinese}\n` });
  });
});

describe('input that cannot be read', () => {
  test('a file that is not there, and a folder', async () => {
    expect(await folder.run(['verify', 'none.jsonl'])).toEqual({
      code: 2,
      out: '',
      err: 'points-bank: cannot read none.jsonl: there is no such file\n',
    });
    expect(await folder.chinese(['register', '.', '--on', '2023-12-31'])).toEqual({
      code: 2,
      out: '',
      err: 'points-bank: 无法读取 .：这是文件夹\n',
    });
  });

  test('an event that is none is told with file, line and field', async () => {
    const [first, second] = eventsOf(COMMANDS);
    folder.write('wrong.jsonl', [first, JSON.stringify(second).replace('"points":2', '"points":"two"')]);
    expect(await folder.chinese(['register', 'wrong.jsonl', '--on', '2023-12-31'])).toEqual({
      code: 2,
      out: '',
      err: 'points-bank: wrong.jsonl:2：data.points：应为整数\n',
    });
  });

  test('what was explained before it is printed all the same', async () => {
    const [first] = eventsOf(COMMANDS);
    folder.write('torn.jsonl', [first, '{"type":"Acc']);
    const { code, out, err } = await folder.run(['explain', 'torn.jsonl', '--format', 'json']);
    expect([code, JSON.parse(out).line, err]).toEqual([2, 1, 'points-bank: torn.jsonl:2: it is not JSON\n']);
  });

  test('a ledger that does not begin with an opening', async () => {
    folder.write('headless.jsonl', eventsOf(COMMANDS).slice(1));
    expect(await folder.chinese(['register', 'headless.jsonl', '--on', '2023-12-31'])).toEqual({
      code: 2,
      out: '',
      err: 'points-bank: 台账中有前后不符的记录，请先核验台账\n',
    });
  });

  test('a ledger that contradicts itself', async () => {
    const [first, second] = eventsOf(COMMANDS);
    folder.write('twice.jsonl', [first, second, first]);
    folder.write('commands.jsonl', COMMANDS.slice(2, 3));
    expect(await folder.run(['decide', 'commands.jsonl', '--ledger', 'twice.jsonl'])).toEqual({
      code: 2,
      out: '',
      err: "points-bank: twice.jsonl:3: it does not follow from the account's entries before it\n",
    });
  });
});

test('whoever reads the answer may leave early', async () => {
  const events = eventsOf(COMMANDS);
  folder.write('long.jsonl', Array.from({ length: 2000 }, () => events).flat());
  const child = spawn(process.execPath, [PROGRAM, 'explain', 'long.jsonl'], {
    cwd: folder.path,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const errors: string[] = [];
  let read = 0;
  child.stderr.setEncoding('utf8').on('data', (text: string) => errors.push(text));
  child.stdout.once('data', (chunk: Buffer) => {
    read = chunk.length;
    child.stdout.destroy();
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect([code, errors, read > 0]).toEqual([0, [], true]);
});

test('progress is shown on a terminal alone, on the standard error, and the answer stays clean', async () => {
  const terminal = `data:text/javascript,${encodeURIComponent(`process.stderr.isTTY = true; process.stderr.cursorTo = () => true;
    process.stderr.clearLine = () => true; process.stderr.clearScreenDown = () => true;`)}`;
  const seen = await folder.chinese(['verify', 'ledger.jsonl'], { node: ['--import', terminal] });
  const unseen = await folder.chinese(['verify', 'ledger.jsonl']);
  expect([seen.out, seen.code]).toEqual([unseen.out, 0]);
  expect(unseen.err).toBe('');
  expect(seen.err).toMatch(/读取 .*核验 /s);
});
