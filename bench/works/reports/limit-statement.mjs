import { factsOf, insert, lineOf, usesOf } from './parts.mjs';

export function statements(histories, from, to) {
  const made = [];
  for (const events of histories) made.push(statement(events, from, to));
  return made;
}

function statement(events, from, to) {
  let before = 0;
  let spentBefore = 0;
  let earned = 0;
  let corrected = 0;
  let redeemed = 0;
  const entries = [];
  for (let i = 0; i < events.length; i += 1) {
    const { type, data } = events[i];
    const on = type === 'ScoreCorrected' ? data.countsOn : data.on;
    if (on > to) continue;
    if (on < from) {
      if (type === 'PointsRedeemed') spentBefore += data.deducted;
      else before += data.points;
      continue;
    }
    if (type === 'PointsRedeemed') redeemed += data.deducted;
    else if (type === 'ScoreCorrected') corrected += data.points;
    else earned += data.points;
    insert(entries, lineOf(events[i], i));
  }
  let redeemable = before - spentBefore;
  let assessment = before;
  const opening = Object.freeze({ redeemable, assessment });
  for (let i = 0; i < entries.length; i += 1) {
    const line = entries[i];
    redeemable += line.points;
    assessment += line.assessed;
    line.redeemable = redeemable;
    line.assessment = assessment;
    Object.freeze(line);
  }
  return Object.freeze({
    ...factsOf(events[0].data),
    from,
    to,
    standsFor: usesOf(events[0].data),
    opening,
    entries: Object.freeze(entries),
    closing: Object.freeze({ redeemable, assessment }),
    totals: Object.freeze({
      earned,
      corrected,
      redeemed,
      lapsed: 0,
      transferred: 0,
      takenUp: 0,
      closedOut: 0,
    }),
  });
}
