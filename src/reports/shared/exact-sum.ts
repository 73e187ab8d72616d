import { isWhole } from '../../values/points.js';
import { ReportError } from './report-error.js';

/**
 * Adds points, exactly.
 *
 * @throws {@link ReportError} `broken-history` for what is no whole number or leaves the range in which numbers are exact
 */
export function exactSum(a: number, b: number): number {
  const sum = a + b;
  if (isWhole(sum)) return sum;
  throw new ReportError('broken-history', `points do not add up exactly: ${a} and ${b}`);
}
