import type { Problem } from '../schema/problem.js';

const MOST_LISTED = 10;

/** The problems as an error's message: one to a line, the first few. */
export function listed(what: string, problems: readonly Problem[]): string {
  const lines = problems.slice(0, MOST_LISTED).map(({ path, message }) => `${path || what}: ${message}`);
  const more = problems.length - lines.length;
  return [`not a valid ${what}`, ...lines, ...(more > 0 ? [`and ${more} more`] : [])].join('\n  ');
}
