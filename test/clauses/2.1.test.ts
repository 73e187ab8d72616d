import { describe, expect, test } from 'vitest';
import { HANDBOOK } from '../support/handbook.js';
import {
  claim,
  credit,
  open,
  outcomes,
  redeem,
  refusalOf,
  reportIn,
  run,
  SUBDISTRICT,
} from '../support/history.js';

const BEISHAN = { office: 'community', communityId: 'beishan' };

describe('2.1: each community has a points centre, which keeps its accounts', () => {
  test('the centre opens, records and redeems', () => {
    const day = [
      open('resident'),
      claim('gate'),
      credit('activity', 'a'),
      reportIn('2024-01-02'),
      redeem('v', '2024-01-03', { haircut: 1 }),
    ];
    expect(outcomes(day)).toEqual([1, 1, 1, 1, -1]);
  });

  test('the Party affairs office does none of it', () => {
    const by = SUBDISTRICT;
    const commands = [
      open('resident', '2023-01-10', { by }),
      open('resident'),
      claim('gate', '2023-02-01', { by }),
      credit('activity', 'a', '2023-03-01', { by }),
      reportIn('2024-01-02', { by }),
      redeem('v', '2024-01-03', { haircut: 1 }, { by }),
    ];
    const refused = 'office-not-entitled';
    expect(outcomes(commands)).toEqual([refused, 1, refused, refused, refused, refused]);
  });

  test('another community’s centre does none of it either', () => {
    const by = BEISHAN;
    const commands = [
      open('resident', '2023-01-10', { by }),
      open('resident'),
      claim('gate', '2023-02-01', { by }),
      credit('activity', 'a', '2023-03-01', { by }),
      reportIn('2024-01-02', { by }),
      redeem('v', '2024-01-03', { haircut: 1 }, { by }),
    ];
    const refused = 'wrong-community';
    const { steps, outcomes: became } = run(commands);
    expect(became).toEqual([refused, 1, refused, refused, refused, refused]);
    expect(refusalOf(steps[2]?.decision).facts).toEqual({ communityId: 'beishan', own: 'linan' });
  });

  test('nor is anything redeemed from another centre’s handbook', () => {
    const handbook = { ...HANDBOOK, communityId: 'beishan' };
    expect(outcomes([open('resident'), redeem('v', '2023-03-01', { haircut: 1 })], { handbook })).toEqual([
      1,
      'wrong-handbook',
    ]);
  });
});
