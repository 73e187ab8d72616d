import type { CommandDefinition } from '../program/command.js';
import { text } from '../program/locale.js';

/** The manual page. */
export const man: CommandDefinition = {
  name: 'man',
  summary: text('输出手册页', 'print the manual page'),
  arguments: [],
  options: [],
  examples: ['points-bank man | man -l -'],
  run: async (context) => (await import('../runs/man.js')).printManual(context),
};
