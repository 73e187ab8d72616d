import type { Bank, OpenedAccount, Programme, RuleSet, Text } from 'points-bank';
import { parseProgramme } from 'points-bank/schema';

/** A matter that is offered: from the programme, or as it was credited last. */
export type KnownMatter = {
  readonly matterId: string;
  readonly title?: Text;
  readonly item: string;
  readonly difficulty?: string | undefined;
  readonly quantity?: number | undefined;
  readonly on: string;
  readonly postId?: string | undefined;
  readonly catalogue?: string | undefined;
};

/** The programme's matters that have begun by a day, each on the latest of its days up to then. */
export function mattersOfProgramme(programme: Programme | undefined, today: string): readonly KnownMatter[] {
  const begun = (programme?.matters ?? []).flatMap((matter) => {
    const { days, from = '', until = today } = matter;
    const on =
      days
        ?.filter((day) => day <= today)
        .sort()
        .at(-1) ?? (until < today ? until : today);
    const isBegun = days === undefined ? from <= today : days.some((day) => day <= today);
    return isBegun ? [{ ...matter, on }] : [];
  });
  return begun.sort((a, b) => (a.on < b.on ? 1 : -1));
}

/**
 * The known name that a name is but for width, case or spaces. The library holds a programme's names apart in this way, so it is asked
 * whether there could be a programme with both.
 */
export function sameName(known: readonly string[], name: string): string | undefined {
  if (known.includes(name)) return name;
  const matters = [...known.slice(0, MOST), name].map((matterId) => ({
    matterId,
    title: { en: '-' },
    item: 'item',
    from: DAY,
  }));
  const parsed = parseProgramme(programmeOf(matters));
  if (parsed.ok) return undefined;
  const last = `matters[${matters.length - 1}].matterId`;
  return parsed.problems.find(({ path, code }) => path === last && code === 'duplicate')?.detail;
}

/** The known names that are one character away: the bank is asked what it would say under a programme of what is known. */
export function nearNames(
  bank: Bank<RuleSet>,
  known: readonly KnownMatter[],
  lines: readonly { readonly command: unknown; readonly account: OpenedAccount }[],
): readonly string[] {
  for (const { command, account } of lines) {
    const matters = known
      .slice(0, MOST)
      .map(({ matterId, item }) => ({ matterId, item, title: { en: '-' } }));
    const asked = bank.withProgramme({ ...programmeOf(matters), communityId: account.communityId });
    const decision = asked.decideUnknown(command, account);
    // Other refusals come first and are the account's own: another account may get as far as its matter.
    if (!decision.accepted && decision.refusal.code === 'not-in-programme')
      return decision.refusal.facts.near;
  }
  return [];
}

/** As many as a programme may have, with the one that is asked about. */
const MOST = 9_999;
const DAY = '2000-01-01';

const programmeOf = <Matter>(matters: readonly Matter[]) => ({
  communityId: '-',
  version: '-',
  published: DAY,
  posts: [],
  matters,
});
