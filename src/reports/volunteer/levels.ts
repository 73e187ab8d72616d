import type { Clause } from '../../rules/rule-set.js';
import type { Text } from '../../values/text.js';
import type { WindowKind } from '../../values/window.js';

/** Where an account stands with one level. */
export type LevelStanding = {
  readonly level: string;
  readonly clause: Clause;
  readonly title: Text;
  /** The points that it takes. */
  readonly threshold: number;
  readonly per: WindowKind;
  /** The window that is counted: `life`, `2024`, `2024-Q1` … */
  readonly window: string;
  /** The points that count: what was earned in the window and corrected in it, whatever was redeemed or lapsed since. */
  readonly counted: number;
  readonly reached: boolean;
  /** The points still missing; 0 where it is reached. */
  readonly missing: number;
};

/** A ground that bars recognition. */
export type BarringGround = { readonly ground: string; readonly clause: Clause; readonly title: Text };
