/** The subdistrict's day, `YYYY-MM-DD`: the desk closes by its own clock, wherever the server stands. */
export function todayIn(timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(new Date());
}
