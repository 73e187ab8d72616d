/**
 * Whether a command is about a day that has not come yet. The library has no clock and takes any day; a desk enters what has happened.
 * A day that no calendar has does not come: that is for the library to say.
 */
export function isAhead(command: unknown, today: string): boolean {
  const on = (command as { data?: { on?: unknown } } | undefined)?.data?.on;
  return typeof on === 'string' && isDay(on) && on > today;
}

/** Whether there is such a day. */
export function isDay(on: string): boolean {
  const day = new Date(`${on}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(on);
}
