// What the reports written by hand share: facts of an account, and the line of an event.

export function factsOf({ accountId, communityId, role, roleTitle, colour, on }) {
  return { accountId, communityId, role, roleTitle: copyOf(roleTitle), colour, openedOn: on };
}

let latest = Object.freeze({ 'zh-CN': '', en: '' });

/** A frozen text of these words; the latest one where they are the same again. */
export function copyOf(title) {
  const zh = title['zh-CN'];
  const { en } = title;
  if (latest['zh-CN'] !== zh || latest.en !== en) latest = Object.freeze({ 'zh-CN': zh, en });
  return latest;
}

/** What the account's points stand for. */
export function usesOf({ standsFor = [] }) {
  return Object.freeze(
    standsFor.map(({ id, title, clause }) => Object.freeze({ id, title: copyOf(title), clause })),
  );
}

/** The line of an event, still open. */
export function lineOf({ type, data }, index) {
  const { on, clause, points } = data;
  switch (type) {
    case 'ActivityCredited': {
      const event = Object.freeze({ index, id: data.matterId, item: data.item });
      const line = { on, type, clause, title: copyOf(data.title), points, assessed: points, event };
      if (data.note !== undefined) line.note = data.note;
      return line;
    }
    case 'PostClaimed': {
      const event = Object.freeze({ index, id: data.postId, item: data.item });
      return { on, type, clause, title: copyOf(data.title), points, assessed: points, event };
    }
    case 'AccountOpened': {
      const event = Object.freeze({ index, id: on, item: data.item });
      return { on, type, clause, title: copyOf(data.title), points, assessed: points, event };
    }
    case 'PointsRedeemed': {
      const event = Object.freeze({ index, id: data.redemptionId });
      const rewards = rewardsOf(data.lines);
      return { on, type, clause, rewards, points: 0 - data.deducted, assessed: 0, event };
    }
    default: {
      const event = Object.freeze({ index, id: data.correctionId });
      const note = data.reason;
      const line = {
        on: data.countsOn,
        type,
        clause,
        note,
        points,
        assessed: points,
        event,
      };
      if (data.countsOn !== on) line.madeOn = on;
      return line;
    }
  }
}

function rewardsOf(lines) {
  const rewards = [];
  for (let i = 0; i < lines.length; i += 1) {
    const { title, quantity } = lines[i];
    rewards.push(Object.freeze({ title: copyOf(title), quantity }));
  }
  return Object.freeze(rewards);
}

/** Puts a line where its day belongs, behind those of the same day. */
export function insert(lines, line) {
  let at = lines.length;
  while (at > 0 && lines[at - 1].on > line.on) at -= 1;
  if (at === lines.length) lines.push(line);
  else lines.splice(at, 0, line);
}

/** Orders by a text, by its units. */
export function byText(of) {
  return (a, b) => (of(a) < of(b) ? -1 : Number(of(a) > of(b)));
}
