// Writes ledger.jsonl: three made-up years of one community's register, as commands in the order in which they were entered.
// From one seed, so that it is the same every time: no clock, no other chance.
import { writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { happeningsIn } from './generate/community.mjs';
import { MONTHS } from './generate/days.mjs';
import { dice as diceFrom } from './generate/dice.mjs';
import { linesOf } from './generate/entries.mjs';
import { withSlips } from './generate/slips.mjs';
import {
  earlyVisits,
  homeVisits,
  numbered,
  roundCorrection,
  streetCorrections,
} from './generate/stories.mjs';
import { visitsOf } from './generate/visits.mjs';
import { volunteers } from './generate/volunteers.mjs';
import { HANDBOOKS } from './handbooks.mjs';

const SEED = 20220427;
const LEDGER = new URL('./ledger.jsonl', import.meta.url);

/** The ledger as text: a command on each line. */
export function ledger() {
  const dice = diceFrom(SEED);
  const people = volunteers(dice);
  const happenings = new Map(MONTHS.map((month) => [month, happeningsIn(month, dice)]));
  const visitor = homeVisitor(people);
  const entered = people.flatMap((person) => {
    const lines = linesOf(person, happenings, dice);
    const all = [...lines, ...visitsOf(person.accountId, lines, HANDBOOKS, dice)];
    const told = person === visitor ? homeVisits(person.accountId, all, HANDBOOKS) : all;
    return told.map((line) => ({ ...line, person }));
  });
  const corrections = [...streetCorrections(entered, dice), roundCorrection(visitor.accountId)];
  const good = [...entered, ...numbered(corrections), ...earlyVisits(people)];
  return withSlips(good.toSorted(byDay), HANDBOOKS, dice)
    .map(({ command }) => `${JSON.stringify(command)}\n`)
    .join('');
}

/** The one who visits a whole street in a day: an in-service member who otherwise does least. */
function homeVisitor(people) {
  return people
    .filter(({ role, joined }) => role === 'in-service-party-member' && joined < '2023-07-01')
    .reduce((least, person) => (person.pace < least.pace ? person : least));
}

function byDay(a, b) {
  return a.entered < b.entered ? -1 : Number(a.entered > b.entered);
}

if (argv[1] === import.meta.filename) {
  const text = ledger();
  writeFileSync(LEDGER, text);
  console.log(`ledger.jsonl: ${text.split('\n').length - 1} lines`);
}
