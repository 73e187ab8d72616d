import { isList } from '../../values/is-list.js';
import { isRecord } from '../../values/json.js';
import { SimulationError } from '../simulation-error.js';
import type { SimulationResult } from './simulation-result.js';

/** The results in a list. Throws for what is no list, and for one that holds something else. */
export function resultsIn(given: Iterable<SimulationResult>): SimulationResult[] {
  if (!isList(given)) throw new SimulationError('not-a-list', 'the results have to be a list');
  return Array.from(given, requireResult);
}

function requireResult(result: SimulationResult, at: number): SimulationResult {
  if (isRecord(result) && isRecord(result.run)) return result;
  throw new SimulationError('not-a-list', 'not a result in a list of results', String(at));
}
