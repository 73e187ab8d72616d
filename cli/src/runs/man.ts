import { manualPage } from '../pages/manual.js';
import type { Context } from '../program/command.js';
import { EXIT, type Exit } from '../program/exit.js';

/** Prints the manual page. */
export async function printManual({ out, locale, commands }: Context): Promise<Exit> {
  await out.line(manualPage(commands, locale).trimEnd());
  return EXIT.yes;
}
