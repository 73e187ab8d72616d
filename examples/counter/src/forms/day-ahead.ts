/**
 * Whether a command is about a day that has not come yet. The library has no clock and takes any day; a desk enters what has happened.
 */
export function isAhead(command: unknown, today: string): boolean {
  const on = (command as { data?: { on?: unknown } } | undefined)?.data?.on;
  return typeof on === 'string' && on > today;
}
