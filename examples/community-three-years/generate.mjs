// Writes ledger.jsonl: three made-up years of one community's register, as commands in the order in which they were entered.
// From one seed, so that it is the same every time: no clock, no other chance.
import { writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { charactersOf, withChanges } from './generate/changes.mjs';
import { happeningsIn } from './generate/community.mjs';
import { MONTHS } from './generate/days.mjs';
import { dice as diceFrom } from './generate/dice.mjs';
import { linesOf } from './generate/entries.mjs';
import { sheet } from './generate/sheet.mjs';
import { withSlips } from './generate/slips.mjs';
import {
  earlyVisits,
  homeVisits,
  numbered,
  roundCorrection,
  subdistrictCorrections,
} from './generate/stories.mjs';
import { withUndone } from './generate/undone.mjs';
import { visitsOf } from './generate/visits.mjs';
import { volunteers } from './generate/volunteers.mjs';
import { HANDBOOKS } from './handbooks.mjs';

const SEED = 20220427;
/** Accounts whose statements the report shows: nothing more is told of them. */
const STATEMENTS = ['LA-0024', 'LA-0071'];
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
  const corrections = [...subdistrictCorrections(entered, dice), roundCorrection(visitor.accountId)];
  const good = [...entered, ...numbered(corrections), ...earlyVisits(people)];
  const apart = [
    ...STATEMENTS,
    visitor.accountId,
    ...corrections.map(({ command }) => command.data.accountId),
  ];
  const lived = lifeOf(good, people, apart, happenings);
  const lines = withSlips(lived.toSorted(byDay).map(withDayOfEntry), HANDBOOKS, dice);
  return [...lines, sheet(people, joiner(people, apart), diceFrom(SEED + 2))]
    .toSorted(byDay)
    .map((line) => `${JSON.stringify(line.sheet ?? line.command)}\n`)
    .join('');
}

/** What was undone and what changed, from chance of its own. */
function lifeOf(lines, people, apart, happenings) {
  const dice = diceFrom(SEED + 1);
  const characters = charactersOf(people, apart);
  const told = [...apart, ...Object.values(characters).map(({ accountId }) => accountId)];
  const undone = withUndone(lines, people, told, dice);
  return withChanges(undone, people, characters, happenings, HANDBOOKS, dice);
}

function joiner(people, apart) {
  return charactersOf(people, apart).joins.accountId;
}

/** What is written up later than it happened says when. */
function withDayOfEntry(line) {
  const { type, data } = line.command;
  if (line.entered <= data.on) return line;
  return { ...line, command: { type, data: { ...data, recordedOn: line.entered } } };
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
