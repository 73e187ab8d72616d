import { gzipSync } from 'node:zlib';
import { histories } from '../../data/write.mjs';

/** What is the same in many events: an event has it so that it explains itself, and a store may keep each but once. */
const SHARED = ['ruleSet', 'readings', 'title', 'clause'];
/** A short name that stands for all of that in a store that keeps it apart: `,"rules":"a1b2c3d4"`. */
const NAME = 19;

export default {
  title: 'a credit as JSON, and what its bytes are',
  measure() {
    const streams = histories('many-accounts');
    const credits = streams
      .flat()
      .filter(({ type, data }) => type === 'ActivityCredited' && data.entry === 'activity');
    const bytes = meanOf(credits.map((event) => bytesOf(event)));
    const costs = SHARED.map((name) =>
      meanOf(credits.map(({ data }) => bytesOf({ [name]: data[name] }) - 1)),
    );
    const shared = costs.reduce((sum, cost) => sum + cost, 0);
    const combinations = new Set(credits.map(({ data }) => JSON.stringify(SHARED.map((name) => data[name]))))
      .size;
    return {
      figures: [
        { what: 'a credit as JSON', value: Math.round(bytes), unit: 'bytes' },
        ...SHARED.map((name, i) => ({
          what: `of these, \`${name}\``,
          value: Math.round(costs[i]),
          unit: 'bytes',
        })),
        {
          what: 'a credit with a name of 8 signs in their place',
          value: Math.round(bytes - shared + NAME),
          unit: 'bytes',
        },
        { what: `the ${credits.length} credits have so many different ones`, value: combinations },
        {
          what: 'a stream under gzip, for each of its events',
          value: Math.round(
            meanOf(streams.map((events) => gzipSync(JSON.stringify(events)).length / events.length)),
          ),
          unit: 'bytes',
        },
      ],
      found: { bytes },
    };
  },
  targets: [{ what: 'a credit as JSON, in bytes against 400', most: 1, of: ({ bytes }) => bytes / 400 }],
};

function bytesOf(value) {
  return Buffer.byteLength(JSON.stringify(value));
}

function meanOf(numbers) {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}
