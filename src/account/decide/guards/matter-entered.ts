import type { CreditActivity, ReportIn } from '../../commands/command.js';
import type { EntryRecord, FoldedAccount } from '../../state/account.js';
import { matterContent } from '../../state/content.js';
import { enteredMatterOf, isSameEntry, undoneIn } from '../../state/records.js';

/**
 * Whether a matter was entered before: by the same command, which is sent again, or by another, whose entry stands. A command that was
 * undone and arrives again is still the same; a key whose entry was undone is free for other content.
 */
export function matterEntered(
  account: FoldedAccount,
  item: string,
  key: string,
  data: CreditActivity['data'] | ReportIn['data'],
): 'the-same' | EntryRecord | undefined {
  const known = enteredMatterOf(account, item, key);
  const undone = undoneIn(account);
  if (known === undefined && undone.length === 0) return undefined;
  const content = matterContent(data);
  if (known !== undefined && isSameEntry(known, data.on, content)) return 'the-same';
  for (const one of undone) {
    if (one.kind !== 'matter' || one.item !== item || one.key !== key) continue;
    if (isSameEntry(one.entry, data.on, content)) return 'the-same';
  }
  return known;
}
