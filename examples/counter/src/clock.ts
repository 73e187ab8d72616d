/** The subdistrict's day, `YYYY-MM-DD`: the desk closes by its own clock, wherever the server stands. */
export function todayIn(timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(new Date());
}

/** A moment as the subdistrict's clocks show it; what is none is shown as it is. */
export function clockIn(timeZone: string, locale: string): (moment: string) => string {
  const shown = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
    hourCycle: 'h23',
  });
  return (moment) => {
    const date = new Date(moment);
    return Number.isNaN(date.getTime()) ? moment : shown.format(date);
  };
}
