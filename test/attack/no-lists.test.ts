import { describe, expect, test } from 'vitest';
import { verifyChain } from '../../src/audit.js';
import {
  createBank,
  decideAll,
  foldAccounts,
  initialAccount,
  NotAnAccountError,
  NotARuleSetError,
} from '../../src/index.js';
import { anomaliesReducer, recognitions, registerReducer } from '../../src/reports.js';
import { luohe, renfa2022 } from '../../src/rule-sets.js';
import { parseEvents } from '../../src/schema.js';
import { comparisonReducer, previewCorrection, sensitivityReducer } from '../../src/simulation.js';
import { specification } from '../../src/testing.js';
import { claim, correct, open, run } from '../support/history.js';
import { LIST_DOORS, OPTION_DOORS } from './list-doors.js';

/*
 * What a host hands over by mistake in place of a list: nothing, a promise that nobody awaited, a stream that has to be, one of what the list
 * should hold, something that only looks like a list. No engine's own error comes out, and nothing is taken for an empty list.
 */

const { accounts: ACCOUNTS, events: EVENTS } = run([open('resident'), claim('gate')]);
const BANK = createBank(renfa2022);
const on = '2023-12-31';

async function* streamed(): AsyncGenerator<unknown> {
  yield* EVENTS;
}

/** Each is made anew, since promises and streams are used up. */
const NO_LISTS: Readonly<Record<string, () => unknown>> = {
  undefined: () => undefined,
  null: () => null,
  'a number': () => 5,
  NaN: () => Number.NaN,
  'a bigint': () => 5n,
  true: () => true,
  'a symbol': () => Symbol('list'),
  'a text': () => 'v1',
  'an empty text': () => '',
  'a function': () => streamed,
  'an object': () => ({}),
  'an object without a prototype': () => Object.create(null),
  'an event': () => EVENTS[0],
  'lists by name': () => ({ v1: EVENTS }),
  'a promise': () => Promise.resolve(EVENTS),
  'an async iterable': streamed,
  'an iterator': () => ({ next: () => ({ done: true, value: undefined }) }),
  'what looks like a list': () => ({ ...EVENTS, length: EVENTS.length }),
  'what looks like an empty list': () => ({ length: 0 }),
  'what makes no iterator': () => ({ [Symbol.iterator]: EVENTS }),
  'what throws where it is asked for an iterator': () => ({
    get [Symbol.iterator](): never {
      throw new RangeError('not the library’s');
    },
  }),
};

/** Lists that hold what no door asks for. */
const STRANGE_LISTS: Readonly<Record<string, readonly unknown[]>> = {
  // biome-ignore lint/suspicious/noSparseArray: a hole is what is tested.
  'a hole': [, ...EVENTS],
  holes: new Array(2),
  undefined: [undefined],
  null: [null],
  numbers: [1, 2],
};

const OWN =
  /^(?:HistoryError|ReportError|SealError|SimulationError|RefusedError|UnknownEventError|NotA(?:nAccount|nEdition|RuleSet)Error)$/;

function thrownBy(work: () => unknown): Error | undefined {
  try {
    work();
    return undefined;
  } catch (thrown) {
    return thrown as Error;
  }
}

/** What an error is and says, or that there was none. */
function told(work: () => unknown): string {
  const thrown = thrownBy(work);
  return thrown === undefined ? 'nothing was thrown' : `${thrown.name}: ${thrown.message}`;
}

function* eachOf(list: readonly unknown[]): Generator<unknown> {
  yield* list;
}

describe.each(LIST_DOORS)('$name', (door) => {
  const enter = door.enter as (given: unknown) => unknown;

  test('says of what is no list that it is none', () => {
    for (const [what, make] of Object.entries(NO_LISTS)) {
      const isTaken = door.optional && what === 'undefined';
      const expected = isTaken ? /^nothing/ : new RegExp(`^${door.throws}: .*${door.says ?? 'list'}`);
      expect(
        told(() => enter(make())),
        what,
      ).toMatch(expected);
    }
  });

  test('goes through a list whatever it holds', () => {
    for (const [what, list] of Object.entries(STRANGE_LISTS)) {
      const thrown = thrownBy(() => enter(list));
      // A specification tells by a plain error what of the given was refused.
      if (thrown?.name === 'Error') expect(thrown.message, what).toMatch(/^a given /);
      else if (thrown !== undefined) expect(thrown.name, what).toMatch(OWN);
    }
  });

  test('takes a list, and whatever else can be gone through', () => {
    const answer = enter(door.list);
    if (door.listsOnly) return;
    expect(enter(eachOf(door.list))).toEqual(answer);
    expect(enter(new Set(door.list))).toEqual(answer);
  });
});

describe.each(OPTION_DOORS)('the options of %s', (_, needed, enter) => {
  const asked = enter as (given: unknown) => unknown;

  test.each([
    [undefined],
    [null],
    [5],
    [true],
    ['2023-12-31'],
    [Symbol('on')],
    [[]],
    [{}],
    [Promise.resolve({ on })],
  ])('%#: are missing, and so is the one that is needed', (given) => {
    const expected = needed === undefined ? /^nothing/ : new RegExp(`^ReportError: ${needed} is not a date`);
    expect(told(() => asked(given))).toMatch(expected);
  });
});

test.each(Object.entries(NO_LISTS))('parseEvents says that %s is no list', (_, make) => {
  const parsed = parseEvents(make() as never);
  expect(parsed).toMatchObject({ ok: false, problems: [{ path: '', code: 'not-a-list' }] });
});

test('an empty chain is whole, and nothing else passes for one', () => {
  expect(verifyChain([])).toMatchObject({ ok: true, length: 0 });
  for (const make of Object.values(NO_LISTS))
    expect(told(() => verifyChain(make() as never))).toMatch(/^SealError/);
});

test('grounds that stand under no account are none, and each account has a list of them', () => {
  const asked = (grounds: unknown) => recognitions(EVENTS, luohe, { on, grounds: grounds as never });
  for (const grounds of [null, 5, [], '']) expect(asked(grounds)).toEqual(asked({}));
  for (const grounds of ['tall', ['tall'], { v1: 'tall' }, { v1: null }])
    expect(told(() => asked(grounds))).toBe('ReportError: grounds have to be a list');
});

describe('accounts', () => {
  const [account] = [...ACCOUNTS.values()];

  test.each([[[account]], [new Set([account])], [['v1']], [[undefined]]])('%#: are by their ids', (given) => {
    expect(() => foldAccounts([], given as never)).toThrow(NotAnAccountError);
    expect(() => decideAll(BANK, [], given as never)).toThrow(NotAnAccountError);
  });

  test.each([[5], ['v1'], [EVENTS]])('%#: are accounts, once something happens to them', (given) => {
    const accounts = new Map([['v1', given]]) as never;
    expect(foldAccounts([], accounts)).toEqual(accounts);
    expect(() => foldAccounts(EVENTS, accounts)).toThrow(NotAnAccountError);
  });
});

test('a bank is one that createBank gave', () => {
  const correction = correct('slip', -1, '2023-05-01') as never;
  for (const bank of [undefined, null, 5, 'renfa2022', renfa2022, Promise.resolve(BANK)] as never[]) {
    expect(() => decideAll(bank, [], new Map())).toThrow(NotARuleSetError);
    expect(() => previewCorrection(bank, initialAccount, correction)).toThrow(NotARuleSetError);
    expect(() => specification(bank, () => undefined)).toThrow(NotARuleSetError);
  }
});

test.each([[undefined], [null], [5], ['events']])(
  'a specification compares with what is no list: %s',
  (events) => {
    const compared: unknown[] = [];
    const { given } = specification(BANK, (...both) => compared.push(both));
    given([])
      .when(open('resident'))
      .then(events as never);
    expect(compared).toEqual([[[expect.objectContaining({ type: 'AccountOpened' })], events]]);
  },
);

describe('the state of a reducer', () => {
  const none = [undefined, null, 5, 'state', {}, Promise.resolve()] as never[];
  const register = registerReducer({ on });
  const anomalies = anomaliesReducer();
  const comparison = comparisonReducer(renfa2022, renfa2022);
  const sensitive = sensitivityReducer(luohe);

  test.each(none.map((state) => [state]))('is told where it is none: %s', (state) => {
    for (const reducer of [register, anomalies]) {
      for (const ask of [
        () => reducer.add(state, EVENTS[0] as never),
        () => reducer.merge(state, reducer.empty()),
        () => reducer.merge(reducer.empty(), state),
        () => reducer.finish(state),
      ])
        expect(thrownBy(ask)).toMatchObject({ name: 'ReportError', code: 'other-state' });
    }
    expect(told(() => anomalies.settle(state))).toMatch(/^ReportError/);
    for (const ask of [
      () => comparison.add(state, EVENTS),
      () => comparison.merge(comparison.empty(), state),
      () => sensitive.merge(state, sensitive.empty()),
      () => sensitive.finish(state),
    ])
      expect(thrownBy(ask)).toMatchObject({ name: 'SimulationError', code: 'different-runs' });
  });
});
