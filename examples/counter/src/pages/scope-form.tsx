import type { Child, FC } from 'hono/jsx';
import type { Community } from '../people/communities.js';
import type { View } from '../web/view.js';
import { EMPTY, SelectField, TextField } from './fields.js';

type Props = {
  readonly view: View;
  readonly action: string;
  /** The communities to choose from: for the Party affairs office. */
  readonly communities: readonly Community[];
  readonly communityId?: string | undefined;
  readonly days?: Readonly<Record<string, { readonly label: string; readonly value: string }>>;
  readonly children?: Child;
};

/** What a report is about: which community, which days. */
export const ScopeForm: FC<Props> = ({ view, action, communities, communityId, days = {}, children }) => (
  <form method="get" action={action} class="card inline no-print">
    {communities.length > 0 && (
      <SelectField
        view={view}
        state={EMPTY}
        name="community"
        label={view.say.community}
        options={communities.map(({ id, title }) => ({ value: id, title: title[view.locale] }))}
        value={communityId ?? ''}
        none={view.say.allCommunities}
        required={false}
        plain
      />
    )}
    {Object.entries(days).map(([name, { label, value }]) => (
      <TextField view={view} state={EMPTY} name={name} label={label} type="date" value={value} required />
    ))}
    {children}
    <button type="submit">{view.say.show}</button>
  </form>
);
