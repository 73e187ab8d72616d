import type { Handbook } from '../account/handbook.js';
import type { Anomaly } from '../reports/anomalies/anomaly.js';
import type { ReportEntry } from '../reports/shared/report-entry.js';
import type { LevelStanding } from '../reports/volunteer/levels.js';
import type { Recognition } from '../reports/volunteer/recognition.js';
import type { Titles } from './pack.js';
import type { EntryFacts, ReportPack, ReportWording, WordedEntry } from './report-pack.js';
import { groupOf, wordFor } from './word-for.js';

/** A line of a report: the item's title, or what was redeemed, corrected, reversed, sent, closed or has lapsed. */
export function entryWords(entry: ReportEntry, pack: ReportPack, titles: Titles): string {
  if (entry.type === 'AccountOpened' || entry.type === 'PostClaimed' || entry.type === 'ActivityCredited') {
    return titles.text(entry.title ?? {});
  }
  const words = wordFor(pack, 'entries', entry.type) as ReportWording<unknown>;
  return words(factsOf(entry, entry.type), titles);
}

function factsOf(entry: ReportEntry, type: WordedEntry): EntryFacts[WordedEntry] | undefined {
  switch (type) {
    case 'PointsRedeemed':
      return entry.rewards;
    case 'PointsLapsed':
      return entry.earned;
    case 'ScoreCorrected':
      return undefined;
    case 'EntryVerified':
      return entry.title;
    case 'EntryReversed':
      return entry.reverses;
    case 'PostReleased':
      return entry.event?.id;
    case 'PointsSent':
    case 'PointsReceived':
      return entry.otherAccount;
    case 'AccountBarred': {
      const { title, barred } = entry;
      return title === undefined || barred === undefined ? undefined : { title, ...barred };
    }
    case 'AccountClosed':
      return entry.closing;
  }
}

/** A handbook, a reward to a line. */
export function handbookWords(handbook: Handbook, pack: ReportPack, titles: Titles): string {
  const { heading, reward } = groupOf(pack, 'handbook');
  return [heading(handbook, titles), ...handbook.rewards.map((one) => reward(one, titles))].join('\n');
}

/** A finding, with the figures that made it. */
export function anomalyWords(anomaly: Anomaly, pack: ReportPack, titles: Titles): string {
  return (wordFor(pack, 'anomalies', anomaly.kind) as ReportWording<Anomaly>)(anomaly, titles);
}

/** Which levels are reached, what bars them, and what is missing for the next. */
export function recognitionWords(
  { on, levels, barredBy, next }: Recognition,
  pack: ReportPack,
  titles: Titles,
): string {
  const words = groupOf(pack, 'recognition');
  if (levels.length === 0) return words.noLevels;
  const reached = levels.filter((level) => level.reached).map(({ title }) => titles.text(title));
  const barred = barredBy.map(({ title, clause, since }) =>
    words.barred({ title: titles.text(title), clause, ...(since === undefined ? {} : { since }) }, titles),
  );
  const missing = next === undefined ? [] : missingFor(next, words, titles);
  return pack.paragraph([words.reached(on, reached), ...barred, ...missing]);
}

/** What is missing for a level: points, and whatever else it needs. */
function missingFor(next: LevelStanding, words: ReportPack['recognition'], titles: Titles): string[] {
  const level = titles.text(next.title);
  const points = next.missing > 0 ? [words.next({ ...next, title: level }, titles)] : [];
  const others = (next.conditions ?? []).filter(({ missing, above }) => missing > 0 || above !== undefined);
  return [
    ...points,
    ...others.map((other) => words.condition({ ...other, level, title: titles.text(other.title) }, titles)),
  ];
}
