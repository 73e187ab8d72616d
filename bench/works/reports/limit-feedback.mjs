import { byText, copyOf, factsOf, insert, lineOf, usesOf } from './parts.mjs';

export function feedbacks(events, year) {
  const accounts = new Map();
  for (let i = 0; i < events.length; i += 1) {
    const event = events[i];
    const { accountId } = event.data;
    let account = accounts.get(accountId);
    if (account === undefined) {
      account = opened(event.data, year);
      accounts.set(accountId, account);
    }
    take(account, event, account.events);
    account.events += 1;
  }
  const made = [];
  for (const account of [...accounts.values()].sort(byOpening))
    if (account.opened.on <= account.to) made.push(closed(account, year));
  return made;
}

function byOpening({ opened: a }, { opened: b }) {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1;
  return a.accountId < b.accountId ? -1 : 1;
}

function opened(data, year) {
  return {
    opened: data,
    events: 0,
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    dueOn: `${year}-${data.feedback.due}`,
    all: 0,
    earned: 0,
    corrected: 0,
    redeemed: 0,
    items: [],
    laterEarned: 0,
    laterCorrected: 0,
    laterRedeemed: 0,
    laterLines: [],
  };
}

function take(account, event, index) {
  const { type, data } = event;
  const on = type === 'ScoreCorrected' ? data.countsOn : data.on;
  if (on > account.to) return;
  if (on > account.dueOn || data.on > account.dueOn) {
    if (on < account.from) return;
    if (type === 'PointsRedeemed') account.laterRedeemed += data.deducted;
    else if (type === 'ScoreCorrected') account.laterCorrected += data.points;
    else account.laterEarned += data.points;
    insert(account.laterLines, Object.freeze(lineOf(event, index)));
    return;
  }
  if (type === 'PointsRedeemed') {
    account.all -= data.deducted;
    if (on >= account.from) account.redeemed += data.deducted;
    return;
  }
  account.all += data.points;
  if (on < account.from) return;
  if (type === 'ScoreCorrected') {
    account.corrected += data.points;
    return;
  }
  account.earned += data.points;
  addTo(account.items, data);
}

function addTo(items, { item, clause, title, points }) {
  let at = 0;
  while (at < items.length && items[at].item !== item) at += 1;
  if (at === items.length) items.push({ item, clause, title: copyOf(title), entries: 0, points: 0 });
  items[at].entries += 1;
  items[at].points += points;
}

const byId = byText(({ item }) => item);

function closed(account, year) {
  const { opened: data, from, to, dueOn, earned, corrected, redeemed } = account;
  const { clause, recipients, uses, outOf } = data.feedback;
  const assessment = earned + corrected;
  const made = {
    ...factsOf(data),
    year,
    clause,
    from,
    to,
    dueOn,
    sentOn: dueOn,
    onTime: true,
    sent: data.on <= dueOn,
    recipients: copies(recipients),
    uses: copies(uses),
    standsFor: usesOf(data),
    earned,
    corrected,
    redeemed,
    lapsed: 0,
    transferred: 0,
    takenUp: 0,
    assessment,
    redeemable: account.all,
  };
  if (outOf !== undefined) {
    made.mark = Object.freeze({ points: Math.min(Math.max(assessment, 0), outOf), outOf });
  }
  for (const item of account.items) Object.freeze(item);
  made.byItem = Object.freeze(account.items.sort(byId));
  made.supplement = Object.freeze({
    earned: account.laterEarned,
    corrected: account.laterCorrected,
    redeemed: account.laterRedeemed,
    transferred: 0,
    takenUp: 0,
    assessment: account.laterEarned + account.laterCorrected,
    entries: Object.freeze(account.laterLines),
  });
  return Object.freeze(made);
}

function copies(parts) {
  const made = [];
  for (const { id, title } of parts) made.push(Object.freeze({ id, title: copyOf(title) }));
  return Object.freeze(made);
}
