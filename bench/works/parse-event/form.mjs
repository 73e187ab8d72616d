// The form of the events that are parsed, said once for all peers: each gives the words to say it with (`object`, `text`, `list` …), so
// that all of them check the same. There are five types of them, and no account that continues another.
import { DATE, DIGEST, FREE_TEXT, ID, SLUG } from '../../harness/patterns.mjs';

const MOST = Number.MAX_SAFE_INTEGER;
const WINDOW = '^(life|[0-9]{4}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?)$';
const PERIOD = '^(life|[0-9]{4}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]|[0-9]{2}-[0-9]{2}))?)$';

/** The schema of an event in the words of one library. */
export function eventOf(make) {
  const { any, boolean, literal, oneOf, text, whole, positive, list, map, object, open, byKey } = make;
  const id = text(ID, 256);
  const slug = text(SLUG, 64);
  const date = text(DATE, 10);
  const free = text(FREE_TEXT, 2000);
  const integer = whole(-MOST, MOST);
  const from0 = whole(0, MOST);
  const from1 = whole(1, MOST);
  const words = object({ 'zh-CN': free, en: free });
  const part = object({ id: slug, title: words });
  const entry = object({ item: slug, id, on: date, points: integer });
  const by = object({ office: slug }, { communityId: id, recorder: id, approvedBy: id });
  const ruleSet = object({ id, version: id, digest: text(DIGEST, 64) });
  const decided = {
    accountId: id,
    communityId: id,
    on: date,
    by,
    clause: id,
    ruleSet,
    readings: map(slug, slug),
  };
  const late = { recordedOn: date };
  const limit = object(
    {
      limit: slug,
      clause: id,
      title: words,
      counts: oneOf(['points', 'entries']),
      maximum: from0,
      per: oneOf(['life', 'year', 'half-year', 'quarter', 'month']),
      window: text(WINDOW, 10),
      used: integer,
      took: from0,
    },
    { resetsOn: date, usedBy: list(entry, 0, 10_000) },
  );
  const scored = { item: slug, title: words, base: integer, scored: integer, points: integer };
  const matter = object({ clause: id, maximum: from0, held: integer, took: from0 });
  const measured = {
    ...late,
    difficulty: slug,
    quantity: positive(1_000_000),
    unit: slug,
    matter,
    limits: list(limit, 1, 100),
  };
  const use = object({ id: slug, title: words, clause: id });
  const feedback = object(
    {
      clause: id,
      due: text('^[01][0-9]-[0-3][0-9]$', 5),
      yearStarts: oneOf(['01-01', '12-01']),
      recipients: list(part, 0, 100),
      uses: list(part, 0, 100),
    },
    { outOf: from1 },
  );
  const line = object(
    {
      rewardId: id,
      title: words,
      kind: oneOf(['service', 'goods']),
      quantity: from1,
      price: from1,
      points: from1,
    },
    { consent: date },
  );
  const handbook = object(
    {
      version: id,
      published: date,
      filing: oneOf(['not-needed', 'filed-in-time', 'filed-late', 'pending', 'overdue']),
    },
    { filed: date, filingDue: date },
  );
  const first = open({}, { schemaVersion: whole(1, 1) });
  const of = (type, data) => object({ type: literal(type), data }, { metadata: first, kind: any });
  return byKey('type', {
    ActivityCredited: of(
      'ActivityCredited',
      object(
        { ...decided, ...scored, entry: oneOf(['registration', 'activity']), matterId: id },
        {
          ...measured,
          capacity: oneOf(['service', 'attendance']),
          postId: id,
          catalogue: slug,
          note: free,
          memberId: id,
          pending: literal(true),
        },
      ),
    ),
    PostClaimed: of(
      'PostClaimed',
      object(
        { ...decided, ...scored, postId: id, kind: oneOf(['post', 'project']) },
        { ...measured, catalogue: slug, pending: literal(true) },
      ),
    ),
    PointsRedeemed: object(
      {
        type: literal('PointsRedeemed'),
        data: object(
          {
            ...decided,
            redemptionId: id,
            lines: list(line, 1, 100),
            points: from1,
            deducted: from0,
            balance: from1,
            period: text(PERIOD, 10),
            handbook,
          },
          { ...late, collectedBy: id },
        ),
        metadata: open({ schemaVersion: whole(2, 2) }, {}),
      },
      { kind: any },
    ),
    ScoreCorrected: of(
      'ScoreCorrected',
      object(
        {
          ...decided,
          correctionId: id,
          points: integer,
          reason: free,
          countsOn: date,
          freesRoom: boolean,
        },
        { ...late, requested: integer, corrects: entry },
      ),
    ),
    AccountOpened: of(
      'AccountOpened',
      object(
        {
          ...decided,
          role: slug,
          roleTitle: words,
          colour: slug,
          accountTitle: words,
          item: slug,
          title: words,
          points: from0,
          reportsIn: boolean,
          feedback,
        },
        { ...late, memberId: id, standsFor: list(use, 1, 100) },
      ),
    ),
  });
}
