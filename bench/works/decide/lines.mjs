// What scores under the scheme, as the lines that a rule engine is given: for each role and item, difficulty and, where points are
// capped, the room that is left.

/** The lines of a bank's rule set. One of them holds for any entry of these commands. */
export function linesOf({ ruleSet }) {
  return Object.entries(ruleSet.roles).flatMap(([role, { items }]) =>
    Object.entries(items).flatMap(([item, { clause, entry, mostPerMatter, scoring }]) => {
      const line = { role, item, clause };
      if (scoring.by === 'fixed') return [{ ...line, scored: scoring.points, points: scoring.points }];
      return Object.entries(scoring.points).flatMap(([difficulty, scored]) => {
        if (entry !== 'claim' && mostPerMatter === undefined) {
          return [{ ...line, difficulty, scored, points: scored }];
        }
        const rooms = entry === 'claim' ? [0, 1, 2, 3] : [1, 2];
        return rooms.map((room) => ({ ...line, difficulty, room, scored, points: Math.min(scored, room) }));
      });
    }),
  );
}

const ITEM_OF = { ClaimPost: 'claim', ReportIn: 'registration' };

/** What a rule engine is told of a command, with the room that is left for it. */
export function factsOf({ type, data }, account, room) {
  return {
    role: account.role,
    item: ITEM_OF[type] ?? data.item,
    difficulty: data.difficulty ?? '',
    room,
  };
}

/** The decision, which has to cite the clause that the rule engine gave. */
export function cited(decision, clause) {
  if (decision.events[0].data.clause !== clause) throw new Error(`the engine cites ${clause}`);
  return decision;
}
