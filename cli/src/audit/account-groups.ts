/** Accounts whose entries are about each other have to be verified together: one continues another, or sent it points. */
export class AccountGroups {
  /** For each account, another one of its group, or itself. */
  readonly #next = new Map<string, string>();
  readonly #places = new Map<string, number[]>();

  /** Notes the event at a place, which may be anything. What names no account stands alone. */
  add(stored: unknown, place: number): void {
    const data = (stored as { data?: Data } | null | undefined)?.data;
    const account = idOf(data?.accountId) ?? '';
    const places = this.#places.get(account);
    if (places === undefined) this.#places.set(account, [place]);
    else places.push(place);
    for (const other of otherAccounts(data)) this.#next.set(this.#rootOf(account), this.#rootOf(other));
  }

  /** The places of the events of whole groups, in order: at least so many events together, but for the last. */
  *batches(least: number): Generator<number[], void, void> {
    const groups = new Map<string, number[][]>();
    for (const [account, places] of this.#places) {
      const root = this.#rootOf(account);
      const group = groups.get(root);
      if (group === undefined) groups.set(root, [places]);
      else group.push(places);
    }
    let batch: number[][] = [];
    let size = 0;
    for (const group of groups.values()) {
      batch.push(...group);
      size += group.reduce((sum, { length }) => sum + length, 0);
      if (size < least) continue;
      yield inOrder(batch);
      batch = [];
      size = 0;
    }
    if (size > 0) yield inOrder(batch);
  }

  /** The account that stands for a group. */
  #rootOf(account: string): string {
    let root = account;
    for (let next = this.#next.get(root); next !== undefined && next !== root; next = this.#next.get(root)) {
      root = next;
    }
    return root;
  }
}

type Data = {
  readonly accountId?: unknown;
  readonly continues?: unknown;
  readonly from?: unknown;
  readonly to?: unknown;
};

function idOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The accounts that an event speaks of beside its own; of a bar, `from` is a day, which is the id of no account that has entries. */
function otherAccounts(data: Data | undefined): string[] {
  const continued = Array.isArray(data?.continues) ? (data.continues as (Data | null)[]) : [];
  return [...continued.map((one) => one?.accountId), data?.from, data?.to].flatMap((id) => idOf(id) ?? []);
}

function inOrder(places: readonly (readonly number[])[]): number[] {
  return places.flat().sort((a, b) => a - b);
}
