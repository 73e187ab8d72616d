import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { SealError, seal, verifyChain, verifyDecisions } from '../../src/audit.js';
import {
  type Account,
  type BankEvent,
  createBank,
  fold,
  foldAccounts,
  HistoryError,
  type RuleSet,
  type StoredEvent,
  UnknownEventError,
  upcast,
} from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { type Parsed, parseCommand, parseEvent, parseEvents, parseRuleSet } from '../../src/schema.js';
import { HANDBOOK } from '../support/handbook.js';
import { reasonOf } from '../support/words.js';
import { fromBytes } from './bytes.js';
import { Dice } from './dice.js';
import { mutated, spliced } from './mutate.js';
import { ACCOUNTS, COMMANDS, EVENTS, HISTORIES, LARGE_RULE_SET, SMALL_RULE_SETS } from './samples.js';

/*
 * Input that was well formed and is not any more, by its structure and by its bytes. Nothing throws but what is documented, nothing
 * is written to, and no prototype is touched. `FUZZ_INPUTS=1000000 npm test -- test/fuzz` makes the long run.
 */
const INPUTS = Number(process.env.FUZZ_INPUTS ?? 20_000);

const BANK = createBank<RuleSet>(renfa2022, { handbook: HANDBOOK });
const BANKS = [BANK, ...SMALL_RULE_SETS.map((ruleSet) => createBank(ruleSet, { handbook: HANDBOOK }))];
const PROTOTYPES = [
  Object.prototype,
  Array.prototype,
  String.prototype,
  Number.prototype,
  Function.prototype,
];
const keysOf = (): string => PROTOTYPES.map((of) => Reflect.ownKeys(of).map(String).join()).join(' ');
const UNTOUCHED = keysOf();

const seen = new Map<string, number>();
const count = (what: string): void => void seen.set(what, (seen.get(what) ?? 0) + 1);

afterAll(() => {
  expect(keysOf()).toBe(UNTOUCHED);
  if (process.env.FUZZ_INPUTS !== undefined) console.log(Object.fromEntries([...seen].sort()));
});

const rolls = fc.array(fc.nat(), { minLength: 6, maxLength: 20 });

/** Puts a share of the inputs to something. */
function fuzz(name: string, share: number, put: (dice: Dice) => string): void {
  const runs = Math.ceil(INPUTS * share);
  test(`${name}: ${runs} inputs`, () => {
    fc.assert(
      fc.property(rolls, (numbers) => {
        count(`${name}: ${put(new Dice(numbers))}`);
        if (keysOf().length !== UNTOUCHED.length) throw new Error('a prototype was touched');
      }),
      { numRuns: runs, verbose: 0 },
    );
    expect(keysOf()).toBe(UNTOUCHED);
  });
}

/** A sample otherwise: by structure, by parts of another, or by bytes. */
function hostile<T>(
  samples: readonly T[],
  dice: Dice,
  of: (sample: T) => unknown = (sample) => sample,
): unknown {
  const sample = of(dice.of(samples));
  const way = dice.below(6);
  if (way < 2) return fromBytes(sample, dice);
  return way < 4 ? mutated(sample, dice) : spliced(sample, of(dice.of(samples)), dice);
}

const LONGEST = 1000;

/** What a parser may give: data of its own, frozen and the same when parsed again; or problems, few and short. */
function checkParsed(parsed: Parsed<unknown>, again: (value: unknown) => Parsed<unknown>): string {
  if (parsed.ok) {
    const text = JSON.stringify(parsed.value);
    if (!Object.isFrozen(parsed.value)) throw new Error('what was parsed is open to change');
    if (JSON.stringify(again(JSON.parse(text))) !== JSON.stringify(parsed))
      throw new Error(`otherwise again: ${text}`);
    return 'taken';
  }
  const { problems } = parsed;
  if (problems.length === 0 || problems.length > 1001) throw new Error(`${problems.length} problems`);
  for (const { path, code, message } of problems) {
    if (path.length > 60 * LONGEST || message.length > LONGEST)
      throw new Error(`${code} takes ${path.length} and ${message.length} characters`);
  }
  return 'refused';
}

describe('nothing throws that is not documented', () => {
  fuzz('parseCommand', 0.25, (dice) => {
    const input = hostile(COMMANDS, dice, ({ command }) => command);
    return checkParsed(parseCommand(input), parseCommand);
  });

  fuzz('parseEvent', 0.2, (dice) => {
    const input = hostile(EVENTS, dice);
    return checkParsed(parseEvent(input), (value) => parseEvent(value));
  });

  fuzz('parseRuleSet', 0.05, (dice) => {
    // The largest takes some forty milliseconds where it is in order: it comes seldom.
    const samples = dice.below(100) === 0 ? [LARGE_RULE_SET] : SMALL_RULE_SETS;
    return checkParsed(parseRuleSet(hostile(samples, dice)), parseRuleSet);
  });

  fuzz('decide', 0.33, (dice) => {
    let own: Account | undefined;
    const input = hostile(COMMANDS, dice, ({ command, account }) => {
      own ??= account;
      return command;
    });
    const account = own === undefined || dice.below(4) === 0 ? dice.of(ACCOUNTS) : own;
    return decided(input, account, dice.below(4) === 0 ? dice.of(BANKS) : BANK);
  });

  fuzz('fold', 0.15, (dice) => {
    const history = bentHistory(dice);
    return folded(history, dice);
  });

  fuzz('audit', 0.02, (dice) => {
    const history = bentHistory(dice);
    verifyDecisions(
      history as BankEvent[],
      [renfa2022],
      dice.below(2) === 0 ? {} : { handbooks: [HANDBOOK] },
    );
    verifyChain(history);
    try {
      const whole = seal(history as StoredEvent[]);
      return verifyChain(JSON.parse(JSON.stringify(whole))).ok ? 'sealed' : 'NOT WHOLE';
    } catch (thrown) {
      if (!(thrown instanceof SealError)) throw thrown;
      return 'SealError';
    }
  });
});

test('a chain that could be sealed is whole', () => {
  expect(seen.get('audit: NOT WHOLE')).toBe(undefined);
});

/** A history with an event or two otherwise, out of its order, or of another account. */
function bentHistory(dice: Dice): unknown[] {
  const history: unknown[] = [...dice.of(HISTORIES)];
  const at = dice.below(history.length);
  switch (dice.below(5)) {
    case 0:
      history.splice(at, 1);
      break;
    case 1:
      history.splice(at, 0, dice.of(EVENTS));
      break;
    case 2:
      history.push(history.splice(at, 1)[0]);
      break;
    default:
      history[at] = hostile([history[at], ...history], dice);
  }
  return history;
}

function decided(input: unknown, account: Account, bank: typeof BANK): string {
  const decision = bank.decideUnknown(input, account);
  if (!decision.accepted) {
    const { code } = decision.refusal;
    const text = reasonOf(decision.refusal);
    if (text.en.length > LONGEST || text['zh-CN'].length > LONGEST)
      throw new Error(`${code} takes long words`);
    JSON.stringify(decision);
    return code === 'invalid-command' ? code : 'refused';
  }
  const after = fold(decision.events, account);
  for (const event of decision.events) {
    const parsed = parseEvent(JSON.parse(JSON.stringify(event)));
    if (!parsed.ok) throw new Error(`gave an event that is none: ${JSON.stringify(parsed.problems)}`);
  }
  return after === account ? 'again' : 'accepted';
}

/** Brings an event up to date where it has the form of a stored one: an unknown type or version is said to be that. */
function upcasted(event: unknown): void {
  const { type, data, metadata } = (plain(event) ?? {}) as { [key: string]: unknown };
  if (typeof type !== 'string' || !isRecord(data) || !(metadata === undefined || isRecord(metadata))) return;
  try {
    upcast({ type, data, ...(metadata === undefined ? {} : { metadata }) });
  } catch (thrown) {
    if (!(thrown instanceof UnknownEventError)) throw thrown;
  }
}

/** A value by way of JSON; nothing where it has none. */
function plain(value: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(value));
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Folds what can be read of a history, and decides a command for what comes of it. */
function folded(history: unknown[], dice: Dice): string {
  for (const event of history) upcasted(event);
  const parsed = parseEvents(history);
  if (!parsed.ok) return 'unreadable';
  try {
    const account = fold(parsed.value);
    foldAccounts(parsed.value);
    const { command } = dice.of(COMMANDS);
    const { accountId } = account.status === 'open' ? account : { accountId: 'v1' };
    const data = { ...(command as { data?: object } | null)?.data, accountId };
    decided({ ...(command as object), data }, account, dice.of(BANKS));
    return 'folded';
  } catch (thrown) {
    if (!(thrown instanceof HistoryError)) throw thrown;
    return 'HistoryError';
  }
}
