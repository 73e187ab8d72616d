import { expect, test } from 'vitest';
import { defineRuleSet } from '../../src/define.js';
import { deviations, type RuleSet } from '../../src/index.js';
import { asJson, isRecord, type Json } from '../../src/values/json.js';
import { text } from '../../src/values/text.js';
import { enReports, explain } from '../../src/words.js';

/*
 * An author chooses the ids of roles, items, limits and so on, and may call them by the name of a member of the rules, such as `mark` or
 * `items`. What a difference is called, and which way it goes, does not hang on that.
 */

const said = (title: string) => text(`“${title}”`, title);
const unit = { unit: 'hour', unitTitle: said('hours') } as const;

/** Every kind of part that has an id of its author's, with an id that is the name of nothing else. */
const IDS = {
  role: 'a-role',
  item: 'an-item',
  limit: 'a-limit',
  condition: 'a-condition',
  factor: 'a-factor',
  level: 'a-level',
  needOfLevel: 'need-of-level',
  ground: 'a-ground',
  use: 'a-use',
  office: 'an-office',
  reason: 'a-reason',
  bound: 'a-bound',
  tier: 'a-tier',
  kind: 'a-kind',
  entry: 'an-entry',
  limitOfRedeeming: 'limit-of-redeeming',
  needOfRedeeming: 'need-of-redeeming',
  limitOfSending: 'limit-of-sending',
  needOfSending: 'need-of-sending',
} as const;
const OFFICES = [IDS.office] as const;
const BASE = defineRuleSet({
  id: 'any',
  version: '1',
  title: said('any'),
  difficulties: { [IDS.tier]: said('base'), hardest: said('hardest') },
  roles: {
    [IDS.role]: {
      title: said('helper'),
      opening: { form: said('form'), points: 0 },
      items: {
        [IDS.item]: {
          title: said('service'),
          scoring: { by: 'quantity', ...unit, points: 2, maximum: 8 },
          mostPerMatter: 30,
          perPost: 'month',
          requires: {
            [IDS.condition]: {
              title: said('enough'),
              counts: 'quantity',
              unit: 'hour',
              per: 'year',
              minimum: 2,
            },
          },
          factors: {
            [IDS.factor]: { title: said('festival'), times: 2, from: '2024-01-01', until: '2024-02-01' },
          },
        },
        graded: {
          title: said('graded'),
          scoring: { by: 'difficulty', points: { [IDS.tier]: 1, hardest: 3 } },
          bars: { ground: IDS.ground, lasts: { window: 'month', periods: 1 } },
        },
        more: { title: said('more'), scoring: { by: 'quantity', ...unit, points: 2 } },
      },
      limits: { [IDS.limit]: { title: said('month'), items: [IDS.item], per: 'month', maximum: 50 } },
    },
  },
  offices: { [IDS.office]: { title: said('centre'), acts: 'own-community' } },
  authority: {
    offices: {
      OpenAccount: OFFICES,
      CreditActivity: OFFICES,
      TransferPoints: OFFICES,
      ReceivePoints: OFFICES,
      RedeemPoints: OFFICES,
      CloseAccount: OFFICES,
    },
  },
  redemption: {
    requires: {
      [IDS.needOfRedeeming]: { title: said('enough'), counts: 'balance', per: 'day', minimum: 5 },
    },
    limits: {
      [IDS.limitOfRedeeming]: { title: said('spent'), counts: 'redeemed', per: 'month', maximum: 20 },
    },
  },
  transfer: {
    clause: '1',
    title: said('gifts'),
    requires: {
      [IDS.needOfSending]: {
        title: said('given'),
        counts: 'quantity',
        unit: 'hour',
        per: 'life',
        minimum: 5,
      },
    },
    limits: {
      [IDS.limitOfSending]: { clause: '1', title: said('sent'), counts: 'sent', per: 'month', maximum: 20 },
    },
  },
  closing: {
    clause: '1',
    title: said('closing'),
    reasons: { [IDS.reason]: { title: said('moved'), holdings: 'forfeited' } },
  },
  recognition: {
    [IDS.level]: {
      title: said('gold'),
      points: 50,
      per: 'year',
      requires: {
        [IDS.needOfLevel]: { title: said('in a row'), counts: 'months', per: 'year', minimum: 3 },
      },
    },
  },
  ineligibility: {
    [IDS.ground]: { title: said('fault'), bars: ['earning'], below: { counts: 'points', minimum: 5 } },
  },
  uses: { [IDS.use]: { clause: '1', title: said('award') } },
  catalogue: {
    [IDS.kind]: {
      clause: '1',
      title: said('posts'),
      entries: { [IDS.entry]: { clause: '1', title: said('gate') } },
    },
  },
  bounds: {
    held: { [IDS.bound]: { kind: 'points-per-entry', clause: '1', title: said('single'), maximum: 1000 } },
  },
});
/** Names of members that an author may give to a part. */
const NAMES = (
  'roles items limits requires factors points entries offices held catalogue title clause form by once bars per period mark lapse ' +
  'handbook scoring maximum beyond'
).split(' ');

type Change = (name: string, part: Json) => Json | undefined;

/** Each number is another one, what may be missing is, and the part with an id is gone. */
const CHANGES: readonly ((id: string) => Change)[] = [
  () => (_, part) => (typeof part === 'number' ? part + 1 : part),
  () => (name, part) =>
    /^(?:form|maximum|mostPerMatter|perPost|lasts|below|minimum)$/.test(name) ? undefined : part,
  () => (name, part) => (/^(?:requires|factors|limits|bars|per)$/.test(name) ? undefined : part),
  (id) => (name, part) => (name === id ? undefined : part),
];

function changed(part: Json, change: Change): Json {
  if (!isRecord(part)) return part;
  return membersOf(part, (name, of) => {
    const now = change(name, of as Json);
    return now === undefined ? [] : [[name, changed(now, change)]];
  });
}

function renamed(part: Json, from: string, to: string): Json {
  if (part === from) return to;
  if (Array.isArray(part)) return part.map((one) => renamed(one, from, to));
  if (!isRecord(part)) return part;
  return membersOf(part, (name, of) => [[name === from ? to : name, renamed(of as Json, from, to)]]);
}

function membersOf(part: object, of: (name: string, member: unknown) => (readonly [string, Json])[]): Json {
  return Object.fromEntries(Object.entries(part).flatMap(([name, member]) => of(name, member)));
}

/** Every difference between two rule sets, either way round, in words. */
function told(base: Json, other: Json): string[] {
  const rules = base as unknown as RuleSet;
  const is = other as unknown as RuleSet;
  return [...deviations(rules, is), ...deviations(is, rules)].map((deviation) =>
    explain(deviation, enReports, rules),
  );
}

test.each(Object.entries(IDS))('the id of a part tells nothing: %s', (kind, plain) => {
  const base = asJson(BASE);
  for (const change of CHANGES) {
    const other = changed(base, change(plain));
    const expected = told(base, other);
    expect(expected).not.toEqual([]);
    for (const id of NAMES) {
      const [there, here] = [base, other].map((rules) => renamed(rules, plain, id)) as [Json, Json];
      expect(told(there, here), `${kind} '${id}'`).toEqual(expected);
    }
  }
});
