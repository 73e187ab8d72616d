// What asks the environment for nothing: every entry point but points-bank/define, which loads immer.
import { createBank, fold } from 'points-bank';
import 'points-bank/audit';
import 'points-bank/reports';
import 'points-bank/simulation';
import { renfa2022 } from 'points-bank/rule-sets';
import { parseCommand } from 'points-bank/schema';
import 'points-bank/words';

const by = { office: 'community', communityId: 'linan' };
const data = {
  accountId: 'v1',
  role: 'resident',
  communityId: 'linan',
  on: '2023-03-01',
  formComplete: true,
  by,
};
const { value } = parseCommand({ type: 'OpenAccount', data }, renfa2022);
console.log(createBank(renfa2022).decide(value, fold([])).accepted);
