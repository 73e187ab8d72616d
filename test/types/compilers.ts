/* The compilers that the types are held to, and what they say of programs. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type ts from 'typescript';

type Typescript = typeof ts;

const require = createRequire(import.meta.url);
const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The compilers with an interface in JavaScript: the oldest that the types are for, and the one that the library is built by. */
export const IN_PROCESS: { readonly [name: string]: () => Typescript } = {
  '5.4': () => require('typescript-5.4') as Typescript,
  '5.9': () => require('typescript') as Typescript,
};

const PATHS = { 'points-bank': [`${ROOT}src/index.ts`], 'points-bank/*': [`${ROOT}src/*.ts`] };

/** What a program of a careful user is compiled with. */
const OPTIONS = {
  target: 'ES2022',
  module: 'NodeNext',
  moduleResolution: 'NodeNext',
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noEmit: true,
  skipLibCheck: true,
  types: [],
  paths: PATHS,
};

/** Programs by name. */
export type Programs = { readonly [name: string]: string };

/** The errors that a compiler finds in each program, each with all of its text. */
export type Errors = { readonly [name: string]: readonly string[] };

/** A compiler's language service over some programs, as editors use it. */
export class Service {
  readonly #ts: Typescript;
  readonly #programs: Programs;
  readonly #service: ts.LanguageService;

  constructor(typescript: Typescript, programs: Programs) {
    this.#ts = typescript;
    this.#programs = programs;
    const { options, errors } = typescript.convertCompilerOptionsFromJson(OPTIONS, ROOT);
    if (errors.length > 0) throw new Error('the options are not the compiler’s');
    const { sys } = typescript;
    const texts = new Map(Object.entries(programs).map(([name, text]) => [fileOf(name), text]));
    const host: ts.LanguageServiceHost = {
      getCompilationSettings: () => options,
      getScriptFileNames: () => [...texts.keys()],
      getScriptVersion: () => '1',
      getScriptSnapshot: (file) => {
        const text = texts.get(file) ?? sys.readFile(file);
        return text === undefined ? undefined : typescript.ScriptSnapshot.fromString(text);
      },
      getCurrentDirectory: () => ROOT,
      getDefaultLibFileName: typescript.getDefaultLibFilePath,
      fileExists: (file) => texts.has(file) || sys.fileExists(file),
      readFile: (file) => texts.get(file) ?? sys.readFile(file),
      directoryExists: sys.directoryExists,
      getDirectories: sys.getDirectories,
    };
    this.#service = typescript.createLanguageService(host);
  }

  errors(): Errors {
    const found = Object.keys(this.#programs).map((name) => {
      const file = fileOf(name);
      const all = [
        ...this.#service.getSyntacticDiagnostics(file),
        ...this.#service.getSemanticDiagnostics(file),
      ];
      return [name, all.map(({ messageText }) => this.#ts.flattenDiagnosticMessageText(messageText, '\n'))];
    });
    return Object.fromEntries(found) as Errors;
  }

  /** What can stand at a place of a program. */
  completions(name: string, position: number): string[] {
    const found = this.#service.getCompletionsAtPosition(fileOf(name), position, {});
    return (found?.entries ?? []).map((entry) => entry.name);
  }
}

function fileOf(name: string): string {
  return `${ROOT}test/types/${name}.mts`;
}

/** The errors that the newest compiler finds, which is a program of its own. */
export async function errorsOfNewest(programs: Programs): Promise<Errors> {
  const folder = mkdtempSync(join(tmpdir(), 'points-bank-types-'));
  try {
    const files = Object.keys(programs).map((name) => `${name}.mts`);
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: OPTIONS, files }));
    for (const [name, text] of Object.entries(programs)) writeFileSync(join(folder, `${name}.mts`), text);
    const said = await run(join(dirname(require.resolve('typescript-7/package.json')), 'bin', 'tsc'), folder);
    return Object.fromEntries(Object.keys(programs).map((name) => [name, errorsIn(said, `${name}.mts`)]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(compiler: string, folder: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = [compiler, '-p', folder, '--pretty', 'false'];
    execFile(process.execPath, asked, { cwd: folder, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      // It ends with 1 or 2 where there are errors in programs.
      if (error !== null && typeof error.code !== 'number') reject(error);
      else if (stdout === '' && stderr !== '') reject(new Error(stderr));
      else resolve(stdout);
    });
  });
}

/** The errors of one file in what a compiler wrote: each begins a line, and what belongs to it is indented. */
function errorsIn(said: string, file: string): string[] {
  return said
    .split(/\n(?! )/)
    .filter((one) => one.startsWith(`${file}(`))
    .map((one) => one.replace(/^.*?: error TS\d+: /, ''));
}
