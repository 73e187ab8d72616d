import { expect, test } from 'vitest';
import { type RuleSet, withReading } from '../../src/index.js';
import { timeBank } from '../../src/rule-sets.js';
import { en, explain, ja, zhCN } from '../../src/words.js';
import { credited, opened } from '../rule-sets/commands.js';
import { eventOf, outcomes, reverse, run } from '../support/history.js';

const OPENED = opened('volunteer', '2023-01-02');
const RULES = { ruleSet: timeBank };

test('each window adds up by itself, and an entry written up late adds to that of its day', () => {
  const commands = [
    OPENED,
    credited('service', 'a', '2023-01-05', 0.5),
    credited('service', 'b', '2024-02-05', 0.5),
    credited('service', 'c', '2023-01-06', 0.5),
    credited('service', 'd', '2024-02-06', 0.6),
  ];
  const ruleSet = withReading(timeBank, 'added-up-over', 'calendar-year');
  expect(outcomes(commands, { ruleSet })).toEqual([0, 0, 0, 1, 1]);
});

test('what was undone is not added up', () => {
  const commands = [
    OPENED,
    credited('service', 'a', '2024-01-05', 1.5),
    reverse('r', 'matter', 'a', '2024-01-06'),
    credited('service', 'b', '2024-01-07', 1.5),
    credited('service', 'c', '2024-01-08', 0.5),
  ];
  expect(outcomes(commands, RULES)).toEqual([0, 1, -1, 1, 1]);
});

test('what waits is added up when it is verified', () => {
  const { authority } = timeBank;
  const offices = { ...authority.offices, VerifyEntry: ['community'] as const };
  const ruleSet: RuleSet = {
    ...timeBank,
    authority: { ...authority, offices },
    verification: { clause: '2', title: { en: 'verification' } },
  };
  const verified = (id: string) => ({
    type: 'VerifyEntry',
    data: { accountId: 'v1', verifies: { kind: 'matter', id }, on: '2024-02-01', by: OPENED.data.by },
  });
  const ran = run(
    [
      OPENED,
      credited('service', 'a', '2024-01-05', 1.5),
      credited('service', 'b', '2024-01-06', 1.5),
      verified('b'),
      verified('a'),
    ],
    { ruleSet },
  );
  expect(ran.outcomes).toEqual([0, 0, 0, 1, 2]);
  expect(eventOf(ran.steps[4]?.decision).data).toMatchObject({
    quantity: 1.5,
    addedUp: { per: 'life', window: 'life', before: 1.5 },
    scored: 2,
  });
});

test('the explanation says what was added up', () => {
  const { steps } = run(
    [OPENED, credited('service', 'a', '2024-01-05', 1.5), credited('service', 'b', '2024-05-05', 1.5)],
    RULES,
  );
  const event = eventOf(steps[2]?.decision);
  expect(explain(event, en, timeBank)).toContain(
    "1.5 (hours), added to 1.5 over the account's whole life, makes 3, which scores 2 points more than before.",
  );
  expect(explain(event, zhCN, timeBank)).toContain('此前的 1.5 小时累计为 3 小时，本次新增 2 分');
  expect(explain(event, ja, timeBank)).toContain('これまでの1.5に加えて3になり、2ポイント増えます');
});
