import type { FC } from 'hono/jsx';
import type { Handbook } from 'points-bank';
import { explain } from 'points-bank/words';
import { WORDS } from '../language/words.js';
import type { View } from '../web/view.js';
import { PrintButton } from './parts.js';

type Props = {
  readonly view: View;
  /** The edition in use; absent if the community has published none. */
  readonly handbook: Handbook | undefined;
  readonly community: string;
};

/** The handbook of a volunteer's community, to read. */
export const HandbookToRead: FC<Props> = ({ view, handbook, community }) => {
  const { say, locale, ruleSet } = view;
  if (handbook === undefined) {
    return (
      <>
        <h1>{say.navHandbook}</h1>
        <p class="lead">{say.handbookNone(community)}</p>
      </>
    );
  }
  const [, ...rewards] = explain(handbook, WORDS[locale], ruleSet).split('\n');
  return (
    <>
      <h1>{say.navHandbook}</h1>
      <p class="lead">
        {community} · {say.handbookOf(handbook.version)} · {handbook.published}
      </p>
      <p class="buttons no-print">
        <PrintButton view={view} />
      </p>
      <ul>
        {rewards.map((reward) => (
          <li>{reward}</li>
        ))}
      </ul>
    </>
  );
};
