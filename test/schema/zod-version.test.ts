import { expect, test } from 'vitest';
import zod from 'zod/package.json' with { type: 'json' };

test('zod is the one that was asked for', () => {
  expect(zod.version).toBe(process.env.ZOD_VERSION ?? zod.version);
});
