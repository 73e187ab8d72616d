import { manualPage } from '../pages/manual.js';
import type { Context } from '../program/command.js';
import { EXIT } from '../program/exit.js';

export async function printManual({ out, locale, commands }: Context) {
  await out.line(manualPage(commands, locale).trimEnd());
  return EXIT.yes;
}
