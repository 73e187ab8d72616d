import type { FC } from 'hono/jsx';
import type { RoleRule } from 'points-bank';
import { wordsIn } from 'points-bank/words';
import type { View } from '../web/view.js';
import {
  type FormState,
  type Option,
  type OptionGroup,
  RadioField,
  SelectField,
  TextField,
} from './fields.js';

/* The fields that several entry forms have. */

type DayProps = {
  readonly view: View;
  readonly state: FormState;
  readonly hint?: string;
  readonly value?: string;
};

export const DayField: FC<DayProps> = ({ view, state, hint, value }) => (
  <TextField
    view={view}
    state={state}
    name="on"
    type="date"
    label={view.say.day}
    hint={hint ?? view.say.dayHint}
    value={value ?? view.today}
    max={view.today}
    required
  />
);

type DifficultyProps = {
  readonly view: View;
  readonly state: FormState;
  /** Whose tiers are offered. */
  readonly roles: readonly RoleRule[];
  readonly entry: 'claim' | 'activity';
};

/** The tiers that any item of this kind has for the roles, in the order of the rules; none where points do not go by difficulty. */
export const DifficultyField: FC<DifficultyProps> = ({ view, state, roles, entry }) => {
  const { say, locale, ruleSet } = view;
  const tiers = new Set(
    roles
      .flatMap(({ items }) => Object.values(items))
      .flatMap((item) =>
        item.entry === entry && item.scoring.by === 'difficulty' ? Object.keys(item.scoring.points) : [],
      ),
  );
  if (tiers.size === 0) return null;
  const options = Object.entries(ruleSet.difficulties)
    .filter(([tier]) => tiers.has(tier))
    .map(([value, title]) => ({ value, title: wordsIn(title, locale) }));
  return (
    <RadioField
      view={view}
      state={state}
      name="difficulty"
      label={say.difficulty}
      options={options}
      value={options[0]?.value ?? ''}
      required
    />
  );
};

export const CatalogueField: FC<{ readonly view: View; readonly state: FormState }> = ({ view, state }) => {
  const { say, locale, ruleSet } = view;
  const groups: (Option | OptionGroup)[] = Object.values(ruleSet.catalogue).map(({ title, entries }) => ({
    title: wordsIn(title, locale),
    options: Object.entries(entries).map(([value, entry]) => ({
      value,
      title: wordsIn(entry.title, locale),
    })),
  }));
  if (groups.length === 0) return null;
  return (
    <SelectField
      view={view}
      state={state}
      name="catalogue"
      label={say.catalogue}
      options={groups}
      none={say.noneInParticular}
    />
  );
};
