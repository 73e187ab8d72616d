import type { CommandDefinition } from '../program/command.js';
import { check } from './check.js';
import { compare } from './compare.js';
import { completion } from './completion.js';
import { decide } from './decide.js';
import { deviations } from './deviations.js';
import { explain } from './explain.js';
import { feedback } from './feedback.js';
import { man } from './man.js';
import { register } from './register.js';
import { replay } from './replay.js';
import { sensitivity } from './sensitivity.js';
import { simulate } from './simulate.js';
import { statement } from './statement.js';
import { verify } from './verify.js';

/** All commands, in the order in which help and manual list them. */
export const COMMANDS: readonly CommandDefinition[] = [
  check,
  deviations,
  decide,
  statement,
  register,
  feedback,
  explain,
  verify,
  replay,
  compare,
  sensitivity,
  simulate,
  completion,
  man,
];
