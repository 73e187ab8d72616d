import { entry } from '../../harness/library.mjs';

const { statement, annualFeedbacks, communityRegister } = await entry('reports');

/** The statement of each history over a period. */
export function statements(histories, from, to) {
  return histories.map((events) => statement(events, { from, to }));
}

/** The feedback of each account of a stream for a year. */
export function feedbacks(events, year) {
  return [...annualFeedbacks(events, year).values()];
}

/** The register of a stream on a day. */
export function register(events, on) {
  return communityRegister(events, { on });
}
