import type { Command } from 'points-bank';
import { credit, opening, redemption } from './bank.js';

/** Days in several halves, so that an account may redeem more than once. */
const DAYS = ['2023-05-10', '2023-09-12', '2024-02-20', '2024-08-08', '2025-03-03'] as const;

/** The commands of a busy desk on so many accounts: openings first, then credits and redemptions, some of them sent again. */
export function* load(
  accounts: number,
  dice: (sides: number) => number,
  name = 'account',
): Generator<Command, never> {
  for (let i = 0; i < accounts; i += 1) yield opening(`${name} ${i}`, '2023-03-01');
  const sent: Command[] = [];
  for (let i = 0; ; i += 1) {
    const again = sent[dice(sent.length * 8)];
    if (again !== undefined) {
      yield again;
      continue;
    }
    const accountId = `${name} ${dice(accounts)}`;
    const on = DAYS[dice(DAYS.length)] ?? DAYS[0];
    const command =
      dice(6) === 0
        ? redemption(accountId, `redemption ${i}`, dice(8) === 0 ? 'rice' : 'haircut', on)
        : credit(accountId, `matter ${i}`, on);
    sent.push(command);
    yield command;
  }
}
