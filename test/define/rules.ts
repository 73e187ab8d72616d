import { renfa2022 } from '../../src/rule-sets/renfa-2022-31/rules.js';
import { mergePatch } from '../../src/rules/merge-patch.js';
import type { Problem } from '../../src/schema/problem.js';
import type { Json } from '../../src/values/json.js';

/** The first scheme with every question settled, so that a fault is no answer's fault too, and with work counted in hours. */
export const SETTLED: Json = mergePatch({ ...renfa2022, readings: {} } as unknown as Json, {
  roles: {
    resident: {
      items: {
        hours: {
          clause: '2.3.3.4',
          title: { 'zh-CN': '计时服务', en: 'Service by the hour' },
          entry: 'activity',
          scoring: {
            by: 'quantity',
            unit: 'hour',
            unitTitle: { 'zh-CN': '小时', en: 'hour' },
            points: 1,
            each: 2,
            rounding: 'down',
            maximum: 8,
          },
        },
      },
    },
  },
});

/** What a patch makes of rules. */
export function patched(rules: unknown, patch: Json): unknown {
  return mergePatch(rules as Json, patch);
}

/** Where something is wrong, and what. */
export function shown(problems: readonly Problem[]): [path: string, code: string][] {
  return problems.map(({ path, code }) => [path, code]);
}
