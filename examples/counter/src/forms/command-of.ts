/*
 * From the fields of a form to the command that it stands for. The server makes the command by it, and so does the browser for the
 * preview: both decide the same thing. Nothing is checked here; the library checks commands.
 */

export const ENTRY_KINDS = ['open', 'report-in', 'claim', 'credit', 'redeem', 'correct'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export type FormValues = Readonly<Record<string, string>>;

type Office =
  | { readonly office: 'subdistrict' }
  | { readonly office: 'community'; readonly communityId: string };

/** What is not for the form to say: whose account it is, and who acts. */
export type Place = { readonly accountId?: string; readonly communityId: string; readonly by: Office };

/** Names of the quantity fields, followed by the reward's id. */
export const QUANTITY = 'quantity of ';

export function commandOf(kind: EntryKind, values: FormValues, place: Place): unknown {
  const field = (name: string) => {
    const value = values[name]?.trim();
    return value === '' ? undefined : value;
  };
  const { by, communityId } = place;
  const shared = { accountId: place.accountId ?? field('accountId'), on: field('on'), by };
  switch (kind) {
    case 'open':
      return command('OpenAccount', {
        ...shared,
        communityId,
        role: field('role'),
        formComplete: values.formComplete === 'yes',
      });
    case 'report-in':
      return command('ReportIn', shared);
    case 'claim':
      return command('ClaimPost', {
        ...shared,
        postId: field('postId'),
        kind: field('kind'),
        difficulty: field('difficulty'),
        catalogue: field('catalogue'),
      });
    case 'credit':
      return command('CreditActivity', {
        ...shared,
        item: field('item'),
        matterId: field('matterId'),
        difficulty: field('difficulty'),
        quantity: number(field('quantity')),
        postId: field('postId'),
        catalogue: field('catalogue'),
        note: field('note'),
      });
    case 'redeem':
      return command('RedeemPoints', {
        ...shared,
        communityId,
        redemptionId: field('redemptionId'),
        lines: lines(values),
      });
    case 'correct':
      return command('CorrectScore', {
        ...shared,
        correctionId: field('correctionId'),
        points: number(field('points')),
        reason: field('reason'),
        ...matter(field('matter')),
      });
  }
}

function command(type: string, data: Record<string, unknown>): unknown {
  return { type, data: Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) };
}

/** A number where the text is one; the text itself otherwise, for the library to name as wrong. */
function number(value: string | undefined): number | string | undefined {
  if (value === undefined) return undefined;
  const plain = value.replace('−', '-');
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : value;
}

function lines(values: FormValues): unknown[] {
  return Object.entries(values).flatMap(([name, value]) => {
    if (!name.startsWith(QUANTITY) || value.trim() === '' || value.trim() === '0') return [];
    return [{ rewardId: name.slice(QUANTITY.length), quantity: number(value.trim()) }];
  });
}

/** The matter that a correction names is chosen from a list, whose values hold item and id. */
function matter(value: string | undefined): { item?: string; corrects?: string } {
  if (value === undefined) return {};
  const at = value.indexOf(' ');
  return at < 0 ? { corrects: value } : { item: value.slice(0, at), corrects: value.slice(at + 1) };
}
