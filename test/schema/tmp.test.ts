import { test } from 'vitest';
import { EVENTS, SNAPSHOT } from './samples.js';
test('x', () => { console.log(JSON.stringify([EVENTS[0], EVENTS[2], EVENTS[3], EVENTS[4], EVENTS[5], EVENTS[6], SNAPSHOT], null, 1)); });
