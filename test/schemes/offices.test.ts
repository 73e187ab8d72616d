import { expect, test } from 'vitest';
import { checkRuleSet, defineRuleSet } from '../../src/define.js';
import { type BankEvent, balanceOn, createBank, fold } from '../../src/index.js';
import { plainPopulation, previewCorrection, simulate } from '../../src/simulation.js';
import { en, explain } from '../../src/words.js';

/*
 * A garden club: no communities, nobody above it, one committee that does all. And a choir, whose conductor credits rehearsals while its
 * board corrects and undoes.
 */

const weeding = { title: { en: 'Weeding' }, scoring: { by: 'fixed', points: 2 } } as const;

const club = defineRuleSet({
  id: 'garden-club',
  version: '1',
  title: { en: 'Garden club' },
  roles: { gardener: { title: { en: 'gardener' }, items: { weeding } } },
  offices: { committee: { title: { en: 'committee' }, acts: 'everywhere' } },
  redemption: {},
  correction: {},
});
const by = { office: 'committee' } as const;

const opened = {
  type: 'OpenAccount',
  data: { accountId: 'ann', role: 'gardener', communityId: 'club', on: '2024-03-01', by },
} as const;

test('one office does all of it, and names no community', () => {
  const bank = createBank(club);
  expect(Object.values(club.authority.offices).every((offices) => offices?.join() === 'committee')).toBe(
    true,
  );
  const first = bank.decide(opened, fold([]));
  const account = fold(first.accepted ? first.events : []);
  const weeded = bank.decide(
    {
      type: 'CreditActivity',
      data: { accountId: 'ann', item: 'weeding', matterId: 'm1', on: '2024-03-02', by },
    },
    account,
  );
  expect(weeded).toMatchObject({ accepted: true, events: [{ data: { points: 2, by } }] });
  const raised = previewCorrection(bank, account, {
    type: 'CorrectScore',
    data: { accountId: 'ann', correctionId: 'c1', points: 1, reason: 'counted again', on: '2024-03-03', by },
  });
  expect(raised).toMatchObject({ accepted: true, event: { data: { points: 1 } } });
  const other = bank.decideUnknown(
    { ...opened, data: { ...opened.data, by: { office: 'community' } } },
    fold([]),
  );
  expect(other.accepted ? '' : explain(other.refusal, en, club)).toBe(
    'Refused (clause 1): This is not for the community: opening an account is for the committee.',
  );
});

test('it is simulated like any other', () => {
  const population = plainPopulation(club, { volunteers: 5 });
  const result = simulate({ ruleSet: club, population, from: '2024-01-01', to: '2024-12-31', seed: 1 });
  expect(result.accounts).toBe(5);
  expect(result.commands.accepted.CreditActivity).toBeGreaterThan(0);
  expect(result.commands.refused['office-not-entitled']).toBe(undefined);
});

test('two offices of a choir share the work as its rules say', () => {
  const choir = defineRuleSet({
    id: 'choir',
    version: '1',
    title: { en: 'Choir' },
    roles: { singer: { title: { en: 'singer' }, items: { weeding } } },
    offices: {
      conductor: { title: { en: 'conductor' }, acts: 'own-community' },
      board: { title: { en: 'board' }, acts: 'everywhere' },
    },
    authority: {
      offices: {
        OpenAccount: ['conductor'],
        CreditActivity: ['conductor'],
        CorrectScore: ['conductor', 'board'],
        ReverseEntry: ['conductor', 'board'],
      },
    },
    correction: { mattersOnly: ['conductor'] },
    reversal: { clause: '1', title: { en: 'undoing' }, untilFeedback: ['conductor'] },
  });
  const bank = createBank(choir);
  const conductor = { office: 'conductor', communityId: 'choir' } as const;
  const first = bank.decide(
    {
      type: 'OpenAccount',
      data: { accountId: 'ann', role: 'singer', communityId: 'choir', on: '2024-03-01', by: conductor },
    },
    fold([]),
  );
  const account = fold(first.accepted ? first.events : []);
  const correction = { accountId: 'ann', correctionId: 'c1', points: 1, reason: 'counted', on: '2024-03-03' };
  expect(
    bank.decide({ type: 'CorrectScore', data: { ...correction, by: conductor } }, account),
  ).toMatchObject({ accepted: false, refusal: { code: 'matter-needed' } });
  expect(
    bank.decide({ type: 'CorrectScore', data: { ...correction, by: { office: 'board' } } }, account),
  ).toMatchObject({ accepted: true });
});

test('a commendation is credited, and undone, by the board alone', () => {
  const choir = defineRuleSet({
    id: 'choir',
    version: '1',
    title: { en: 'Choir' },
    roles: {
      singer: {
        title: { en: 'singer' },
        items: {
          weeding,
          commendation: {
            title: { en: 'Commendation' },
            offices: ['board'],
            scoring: { by: 'fixed', points: 5 },
          },
        },
      },
    },
    offices: {
      conductor: { title: { en: 'conductor' }, acts: 'own-community' },
      board: { title: { en: 'board' }, acts: 'everywhere' },
    },
    authority: {
      offices: {
        OpenAccount: ['conductor'],
        CreditActivity: ['conductor', 'board'],
        ReverseEntry: ['conductor', 'board'],
      },
    },
  });
  const bank = createBank(choir);
  const conductor = { office: 'conductor', communityId: 'choir' } as const;
  const board = { office: 'board' } as const;
  const events: BankEvent[] = [];
  const enter = (type: string, data: object): string => {
    const command = { type, data: { accountId: 'ann', on: '2024-03-01', ...data } };
    const decision = bank.decideUnknown(command, fold(events));
    if (!decision.accepted) return explain(decision.refusal, en, choir);
    events.push(...decision.events);
    return String(balanceOn(fold(events), '2024-03-01', choir));
  };
  const commended = { item: 'commendation', matterId: 'solo' };
  const undone = { reversalId: 'u1', reverses: { kind: 'matter', id: 'solo' }, reason: 'not her' };
  expect(enter('OpenAccount', { role: 'singer', communityId: 'choir', by: conductor })).toBe('0');
  expect(enter('CreditActivity', { ...commended, by: conductor })).toBe(
    "Refused (clause 1): 'Commendation' is not for the conductor: it is credited by the board.",
  );
  expect(enter('CreditActivity', { ...commended, by: board })).toBe('5');
  expect(enter('CreditActivity', { item: 'weeding', matterId: 'm1', by: conductor })).toBe('7');
  expect(enter('ReverseEntry', { ...undone, by: conductor })).toBe(
    'Refused (clause 1): This entry can be reversed by the board, not by the conductor.',
  );
  expect(enter('ReverseEntry', { ...undone, by: board })).toBe('2');

  const population = plainPopulation(choir, { volunteers: 5 });
  const result = simulate({ ruleSet: choir, population, from: '2024-01-01', to: '2024-12-31', seed: 1 });
  expect(result.commands.accepted.CreditActivity).toBeGreaterThan(0);
  expect(result.commands.refused['not-theirs-to-credit']).toBe(undefined);
});

test('an office that is none is a problem where it is named', () => {
  const patched = { ...club, authority: { ...club.authority, offices: { OpenAccount: ['commitee'] } } };
  expect(checkRuleSet(patched)).toMatchObject([
    { path: 'authority.offices.OpenAccount[0]', code: 'unknown-office' },
  ]);
});
