#!/usr/bin/env node
import { CommanderError } from 'commander';
import { COMMANDS } from './commands/all.js';
import { EXIT, type Exit, UnusableError } from './program/exit.js';
import { localeOf, type Say, sayIn } from './program/locale.js';
import { programOf } from './program/program.js';
import { usageError } from './program/usage-error.js';

// Whoever reads may leave early (`| head`): nothing more is wanted then, and nothing is wrong.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.yes);
  console.error(error);
  process.exit(EXIT.fault);
});

process.exitCode = await run(process.argv.slice(2));

/** Runs a command and tells what the program ends with. */
async function run(args: readonly string[]): Promise<Exit> {
  const locale = localeOf(args, process.env);
  const say = sayIn(locale);
  let exit: Exit = EXIT.yes;
  const program = programOf(COMMANDS, locale, (ended) => {
    exit = ended;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError) return ended(error, () => program.helpInformation(), say);
    if (error instanceof UnusableError) return unusable(error.message);
    if (isBrokenHistory(error)) {
      return unusable(
        say(
          '台账中有前后不符的记录，请先核验台账',
          `the ledger cannot be an account's history: ${error.message}`,
        ),
      );
    }
    console.error(error);
    return EXIT.fault;
  }
}

/** Whether the library says that a ledger is no history. It is not loaded here, so its errors are known by their names. */
function isBrokenHistory(error: unknown): error is Error {
  return error instanceof Error && ['HistoryError', 'ReportError'].includes(error.name);
}

/** Help and version are answers; everything else that the parser ends with is a usage error, and so is no command at all. */
function ended(error: CommanderError, help: () => string, say: Say): Exit {
  if (error.exitCode === 0) return EXIT.yes;
  if (error.code === 'commander.help') {
    process.stderr.write(help());
    return EXIT.unusable;
  }
  return unusable(usageError(error, say));
}

function unusable(message: string): Exit {
  for (const line of message.split('\n')) process.stderr.write(`points-bank: ${line}\n`);
  return EXIT.unusable;
}
