/** Accounts as a clerk names them: by number or, where the directory has it, by name. */
export type Known = {
  /** The account of a number, however much of it is written. */
  readonly account: (written: string) => string | undefined;
  /** The accounts of the people who have that name. */
  readonly called: (name: string) => readonly string[];
};

/** What was written where no account was, or several people have that name. */
export type Unnamed = { readonly written: string; readonly people: number };

/** An account that was named, or what was written instead. */
export type Named = { readonly accountId: string } | Unnamed;

/** What names nobody. */
export const unnamedIn = (named: readonly Named[]): readonly Unnamed[] =>
  named.flatMap((one) => ('accountId' in one ? [] : [one]));

/**
 * Reads a pasted list, an account a line or several divided by commas and the like. Of what stands beside a number on its line, such as
 * other columns of a spreadsheet, nothing counts. What names nobody is kept, to be told.
 */
export function readAccounts(text: string, known: Known): readonly Named[] {
  return partsOf(text).flatMap((part) => readPart(part, known));
}

/** Everything in a list that may be a name. */
export function namesIn(text: string): readonly string[] {
  return [...new Set(partsOf(text).flatMap((part) => [part, ...part.split(/\s+/)]))];
}

function partsOf(text: string): readonly string[] {
  const parts = text.split(/[\r\n,，;；、]/).map((part) => part.trim());
  return parts.filter((part) => part !== '');
}

/** Each account once, in the order in which it was named first. */
export function once(named: readonly Named[]): readonly Named[] {
  const seen = new Set<string>();
  return named.filter((one) => {
    if (!('accountId' in one)) return true;
    const isNew = !seen.has(one.accountId);
    seen.add(one.accountId);
    return isNew;
  });
}

function readPart(part: string, { account, called }: Known): readonly Named[] {
  const whole = account(part);
  if (whole !== undefined) return [{ accountId: whole }];
  const words = part.split(/\s+/);
  const accounts = words.flatMap((word) => account(word) ?? []);
  // Two numbers make a list, and then a word that is none is one that was mistyped.
  if (accounts.length > 1) return words.map((word) => namedBy(word, account(word)));
  if (accounts.length === 1) return accounts.map((accountId) => ({ accountId }));
  const people = [part, ...words].map(called).find((ids) => ids.length > 0) ?? [];
  const [only] = people;
  return only !== undefined && people.length === 1
    ? [{ accountId: only }]
    : [{ written: part, people: people.length }];
}

/** The account that a number names, or what was written where it is none. */
export function namedBy(written: string, accountId: string | undefined): Named {
  return accountId === undefined ? { written, people: 0 } : { accountId };
}
