import { test } from 'vitest';
import { renfa2022 } from '../../src/rule-sets.js';
import { allLaws } from '../../src/testing/laws.js';
import { smallCommands } from '../../src/testing/small-commands.js';
import { proveSmallScope } from '../../src/testing/small-scope.js';

const only = allLaws()
  .map(({ name }) => name)
  .filter((n) => !['explained', 'statement-agrees'].includes(n));
const OLD = ['OpenAccount', 'ReportIn', 'ClaimPost', 'CreditActivity', 'RedeemPoints', 'CorrectScore'];
test('small', () => {
  for (const commands of [
    smallCommands(renfa2022).filter(({ type }) => OLD.includes(type)),
    smallCommands(renfa2022),
  ]) {
    const t = Date.now();
    const p = proveSmallScope(renfa2022, { depth: 4, only, commands });
    console.log(p.commands, p.sequences, p.run, Date.now() - t, p.broken);
  }
});
