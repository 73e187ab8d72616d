import { manualPage } from '../pages/manual.js';
import type { CommandDefinition, Context } from '../program/command.js';
import { EXIT } from '../program/exit.js';
import { text } from '../program/locale.js';

/** The manual page. */
export const man: CommandDefinition = {
  name: 'man',
  summary: text('输出手册页', 'print the manual page'),
  arguments: [],
  options: [],
  examples: ['points-bank man | man -l -'],
  run: printManual,
};

async function printManual({ out, locale, commands }: Context) {
  await out.line(manualPage(commands, locale).trimEnd());
  return EXIT.yes;
}
