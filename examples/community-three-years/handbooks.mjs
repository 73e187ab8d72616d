import { readFileSync } from 'node:fs';

/** The community's handbooks as it wrote them, one a year, the earliest first. */
export const HANDBOOKS = ['2023', '2024', '2025'].map((year) =>
  JSON.parse(readFileSync(new URL(`./handbook-${year}.json`, import.meta.url), 'utf8')),
);

/** The handbook in use on a day: the latest one published by then. */
export function handbookOn(handbooks, day) {
  return handbooks.filter(({ published }) => published <= day).at(-1);
}
