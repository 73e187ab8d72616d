import { describe, expect, test } from 'vitest';
import { checkRuleSet } from '../../src/define.js';
import {
  type Account,
  type Bank,
  evolve,
  initialAccount,
  type RuleSet,
  withReading,
} from '../../src/index.js';
import * as shipped from '../../src/rule-sets.js';
import {
  type Answers,
  accountFor,
  anyBank,
  type CommandName,
  commandOf,
  type Entered,
  HOLDERS,
  type Holder,
  OFFICES,
  under,
} from '../support/authority.js';
import { frozen } from '../support/checks.js';
import { reasonOf } from '../support/words.js';

/*
 * Who may do what, whole: every command × office × community × recorder × second person × member, under every answer to both questions
 * about persons, for every rule set that is shipped. What is expected comes from the tables here and from nothing else.
 */

type Offices = { readonly [C in CommandName]: string };

const CENTRE = 'community';
const EITHER = 'community subdistrict';
const ISSUING = 'community party-organisation';
const NOBODY = '';

/** What every scheme here says of the commands of a living ledger. */
const LIVING = {
  ReleasePost: NOBODY,
  VerifyEntry: NOBODY,
  ReverseEntry: EITHER,
  TransferPoints: NOBODY,
  ReceivePoints: NOBODY,
  BarAccount: NOBODY,
  CloseAccount: CENTRE,
};

/** Which office enters what, scheme by scheme. */
const WHO: { readonly [id: string]: Offices } = {
  'renfa-2022-31': {
    OpenAccount: CENTRE,
    ReportIn: ISSUING,
    ClaimPost: ISSUING,
    CreditActivity: ISSUING,
    RedeemPoints: CENTRE,
    CorrectScore: 'subdistrict',
    ...LIVING,
    ReleasePost: CENTRE,
  },
  'renfa-2022-31, where communities correct': {
    OpenAccount: CENTRE,
    ReportIn: ISSUING,
    ClaimPost: ISSUING,
    CreditActivity: ISSUING,
    RedeemPoints: CENTRE,
    CorrectScore: EITHER,
    ...LIVING,
    ReleasePost: CENTRE,
  },
  hailin: example({}),
  huangshan: example({}),
  luohe: example({}),
  'xinyang-village': example({}),
  'company-branch': example({ RedeemPoints: NOBODY }),
  'care-support': example({}),
  'community-households': example({}),
  'senior-points': example({}),
  'district-time-bank': example({ TransferPoints: CENTRE, ReceivePoints: CENTRE }),
  'riding-club': example({ TransferPoints: CENTRE, ReceivePoints: CENTRE }),
  'time-bank': example({ TransferPoints: CENTRE, ReceivePoints: CENTRE }),
};

/** What the examples have in common: nobody reports in or claims, and corrections are anybody's. */
function example(other: Partial<Offices>): Offices {
  const all = { OpenAccount: CENTRE, ReportIn: NOBODY, ClaimPost: NOBODY, CreditActivity: CENTRE };
  return { ...all, RedeemPoints: CENTRE, CorrectScore: EITHER, ...LIVING, ...other };
}

const COMMANDS: readonly CommandName[] = Object.keys(example({})) as CommandName[];
const ANSWERS = (['allowed', 'refused'] as const).flatMap((self) =>
  (['one-person', 'two-person'] as const).map((approval) => ({ self, approval })),
);

/** The persons who may be at the office. For an account that names its member, its own id is anybody's. */
const RECORDERS = ['none', 'member', 'other', 'account'] as const;
const APPROVERS = ['none', 'recorder', 'member', 'another', 'account'] as const;

type Persons = { readonly recorder?: string; readonly approvedBy?: string };

function personsOf(
  { accountId, member }: Holder,
  recorder: (typeof RECORDERS)[number],
  approver: (typeof APPROVERS)[number],
): Persons {
  const who = { none: undefined, member, other: '0007', account: accountId }[recorder];
  const second = { none: undefined, recorder: who, member, another: '0008', account: accountId }[approver];
  return { ...(who && { recorder: who }), ...(second && { approvedBy: second }) };
}

/** What speaks against a command, before anything that is particular to it; `undefined` where nothing does. */
function expected(who: Offices, { self, approval }: Answers, { command, by }: Entered, member: string) {
  if (!who[command].split(' ').includes(by.office)) return 'office-not-entitled';
  if ((by.office === 'subdistrict') !== (by.communityId === undefined)) return 'community-of-office';
  if (by.communityId !== undefined && by.communityId !== 'linan') return 'wrong-community';
  const [apart, two] = [self === 'refused', approval === 'two-person'];
  if (!apart && !two) return undefined;
  if (by.recorder === undefined) return 'recorder-not-named';
  if (apart && (by.recorder === member || (two && by.approvedBy === member))) return 'self-issue';
  if (two && by.approvedBy === undefined) return 'approval-missing';
  return two && by.approvedBy === by.recorder ? 'approval-by-recorder' : undefined;
}

const SCHEMES: readonly (readonly [name: string, ruleSet: RuleSet])[] = [
  ...Object.values(shipped).map((ruleSet) => [ruleSet.id, ruleSet] as const),
  [
    'renfa-2022-31, where communities correct',
    withReading(shipped.renfa2022, 'correction-office', 'community-too'),
  ],
];

test('every scheme that is shipped is in the table, and asks nothing of persons', () => {
  expect(SCHEMES.map(([name]) => name).sort()).toEqual(Object.keys(WHO).sort());
  for (const [name, { authority }] of SCHEMES) {
    expect([name, authority.self, authority.approval]).toEqual([name, 'allowed', 'one-person']);
  }
});

type Scheme = {
  readonly bank: Bank<RuleSet>;
  readonly who: Offices;
  readonly answers: Answers;
};

/** Everybody who could enter a command for a holder. */
function everybody(command: CommandName, holder: Holder): Entered[] {
  return OFFICES.flatMap((office) =>
    RECORDERS.flatMap((recorder) =>
      APPROVERS.map((approver) => ({ command, by: { ...office, ...personsOf(holder, recorder, approver) } })),
    ),
  );
}

/** What is wrong with what becomes of a command; and whether it was accepted. */
function judged({ bank, who, answers }: Scheme, entered: Entered, holder: Holder, before: Account) {
  const command = commandOf(bank.ruleSet, entered, holder);
  const decision = bank.decideUnknown(command, before);
  const code = decision.accepted ? 'accepted' : decision.refusal.code;
  const want = expected(who, answers, entered, holder.member) ?? 'accepted';
  const at = JSON.stringify(entered.by);
  if (code !== want) return { accepted: false, wrong: [`${at}: ${code} where ${want} is due`] };
  if (!decision.accepted) {
    const text = reasonOf(decision.refusal);
    const silent = text['zh-CN'] === '' || text.en === '' || 'events' in decision;
    return {
      accepted: false,
      wrong: silent ? [`${at}: a refusal that says nothing, or carries events`] : [],
    };
  }
  const kept = decision.events.map(({ data }) => JSON.stringify(data.by));
  const again = bank.decideUnknown(command, decision.events.reduce(evolve, before));
  const wrong = [
    ...(kept.length === 1 && kept[0] === at ? [] : [`${at}: kept as ${kept}`]),
    ...(again.accepted && again.events.length === 0 ? [] : [`${at}: sent again, it is no retry`]),
  ];
  return { accepted: true, wrong };
}

describe.each(SCHEMES)('%s', (name, ruleSet) => {
  const who = WHO[name] as Offices;

  describe.each(ANSWERS)('where self-issue is $self and approval is $approval', (answers) => {
    const bank = anyBank(under(ruleSet, answers));

    test('the rules are valid', () => {
      expect(checkRuleSet(bank.ruleSet)).toEqual([]);
    });

    test.each(COMMANDS)('%s is for the offices and the persons of the tables, for nobody else', (command) => {
      const results = HOLDERS.flatMap((holder) => {
        // Frozen: a command that changes what it meets, refused or not, throws.
        const before = frozen(command === 'OpenAccount' ? initialAccount : accountFor(ruleSet, holder));
        return everybody(command, holder).map((entered) =>
          judged({ bank, who, answers }, entered, holder, before),
        );
      });
      expect(results.flatMap(({ wrong }) => wrong)).toEqual([]);
      expect(results.some(({ accepted }) => accepted)).toBe(who[command] !== NOBODY);
    });
  });
});
