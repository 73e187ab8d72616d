import { z } from 'zod';
import type { Web } from './env.js';

/** A day as the library takes it: none before 1900. */
export const day = z.iso.date().refine((given) => given >= '1900-01-01');

/** A day of the address; the fallback where none is given, nothing where it is not a day. */
export function dayIn(c: Web, name: string, fallback: string): string | undefined {
  const given = c.req.query(name);
  if (given === undefined || given === '') return fallback;
  return day.safeParse(given).data;
}

export function numberIn(c: Web, name: string, fallback: number, from: number, to: number): number {
  const given = z.coerce.number().int().min(from).max(to).safeParse(c.req.query(name));
  return given.success ? given.data : fallback;
}

/** A period of the address; nothing where it is none. */
export function periodIn(c: Web, from: string, to: string): { from: string; to: string } | undefined {
  const start = dayIn(c, 'from', from);
  const end = dayIn(c, 'to', to);
  return start === undefined || end === undefined || start > end ? undefined : { from: start, to: end };
}
