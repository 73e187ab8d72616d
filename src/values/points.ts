/**
 * Whether `value` is a whole number that JavaScript holds exactly, as points are. A sum that would leave that range is refused, never
 * rounded.
 */
export function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

/** A whole number from 1 upwards. */
export function isPositiveWhole(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 1;
}

/** Quantities are added up in hundredths, so that 1.1 hours and 2.2 hours make exactly 3.3. */
const HUNDREDTHS = 100;
/** The smallest quantity there is. */
export const LEAST_QUANTITY: number = 1 / HUNDREDTHS;
/** The largest quantity one entry may state. */
export const MAX_QUANTITY = 1_000_000;

/** A quantity such as hours: more than 0, at most {@link MAX_QUANTITY}, no finer than a hundredth. */
export function isQuantity(value: unknown): value is number {
  if (typeof value !== 'number' || !(value > 0) || value > MAX_QUANTITY) return false;
  return Math.round(value * HUNDREDTHS) / HUNDREDTHS === value;
}

/** A quantity that was added, or, below 0, taken off. */
export function isSignedQuantity(value: unknown): value is number {
  return typeof value === 'number' && isQuantity(Math.abs(value));
}

/** A quantity as a whole number of hundredths. */
export function toHundredths(quantity: number): number {
  return Math.round(quantity * HUNDREDTHS);
}

/** Hundredths as a quantity. */
export function fromHundredths(hundredths: number): number {
  return hundredths / HUNDREDTHS;
}
