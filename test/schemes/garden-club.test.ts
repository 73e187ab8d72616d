import { readFileSync } from 'node:fs';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { checkRuleSet, defineRuleSet, deriveRuleSet, RuleSetError } from '../../src/define.js';
import { balance, createBank, fold, type ItemIdOf, type RoleIdOf, totals } from '../../src/index.js';
import { ruleSetSchema } from '../../src/schema.js';
import { checkLaws } from '../../src/testing.js';
import { accepts } from '../schema/validators.js';
import { stored } from '../support/checks.js';

// #region garden-club
const gardenClub = defineRuleSet({
  id: 'garden-club',
  version: '1',
  title: { en: 'Points of the garden club' },
  roles: {
    gardener: {
      title: { en: 'gardener' },
      items: {
        weeding: {
          title: { en: 'Weeding' },
          scoring: { by: 'quantity', unit: 'hour', unitTitle: { en: 'hours' }, points: 1 },
        },
        seeds: { title: { en: 'Seeds brought along' }, scoring: { by: 'fixed', points: 2 } },
      },
      limits: { month: { title: { en: 'points of a month' }, items: ['weeding'], maximum: 8, per: 'month' } },
    },
  },
  redemption: {},
});
// #endregion

