// A ledger that an auditor can verify: the centre seals what it records, and at the year's end its head is signed; the Party affairs office
// checks the signature, the chain, and that the rules in force give every entry. Then somebody bends the record.
import { ed25519 } from '@noble/curves/ed25519.js';
import { createBank, evolve, initialAccount } from 'points-bank';
import { seal, verifyChain, verifyDecisions } from 'points-bank/audit';
import { renfa2022 } from 'points-bank/rule-sets';
import { en, enReports, explain, zhCNReports } from 'points-bank/words';

// The centre's key. A host keeps it apart from the store, and not in its source; this one is made up so that the example prints the
// same each time.
const secretKey = new Uint8Array(32).fill(31);
const publicKey = ed25519.getPublicKey(secretKey);
const bytes = (value) => new TextEncoder().encode(JSON.stringify(value));

// Recording: each event is sealed as it is appended, at the cost of one hash.
const bank = createBank(renfa2022);
const by = { office: 'community', communityId: 'linan' };
const file = [];
let account = initialAccount;
let last;

function enter(type, on, data) {
  const decision = bank.decide({ type, data: { accountId: 'LA-0001', on, by, ...data } }, account);
  if (!decision.accepted) throw new Error(explain(decision.refusal, en));
  account = decision.events.reduce(evolve, account);
  for (const event of seal(decision.events, last)) {
    file.push(JSON.stringify(event));
    last = event;
  }
}

enter('OpenAccount', '2023-03-01', { role: 'resident', communityId: 'linan', formComplete: true });
enter('ClaimPost', '2023-03-02', { postId: '平安巡逻', kind: 'post', difficulty: 'hard' });
enter('CreditActivity', '2023-03-12', { item: 'activity', matterId: '清扫楼道', difficulty: 'base' });
enter('CreditActivity', '2023-05-04', { item: 'affairs', matterId: '居民座谈', difficulty: 'base' });
enter('CreditActivity', '2023-09-10', { item: 'other', matterId: '防汛值守', difficulty: 'hard' });

const read = (lines) => lines.map((line) => JSON.parse(line));
const { length, head } = verifyChain(read(file));
console.log(`${length} entries; the head is a hash of ${head.length} digits`);

// Signing: one signature over the head vouches for every entry before it.
const statement = { ledger: 'linan', on: '2023-12-31', length, head };
const signature = ed25519.sign(bytes(statement), secretKey);

/** What the Party affairs office does with the file, the statement and its signature. */
function audit(lines, signed, by) {
  if (!ed25519.verify(by, bytes(signed), publicKey)) return 'the statement is not signed by this centre';
  // What has been entered since is another year's business.
  const events = read(lines.slice(0, signed.length));
  const chain = verifyChain(events, signed);
  if (!chain.ok) return `${chain.fault}: ${explain(chain, enReports)} ${explain(chain, zhCNReports)}`;
  const [finding] = verifyDecisions(events, [renfa2022]);
  return finding === undefined
    ? `whole, and as the rules give it: ${chain.length} entries`
    : explain(finding, { ...en, ...enReports });
}

/** The file with one line otherwise. */
const bent = (at, from, to) => file.map((line, i) => (i === at ? line.replace(from, to) : line));

console.log('\nAs it was kept');
console.log(`  ${audit(file, statement, signature)}`);

console.log('\nBent');
console.log(`  a point more:   ${audit(bent(3, '"points":1', '"points":2'), statement, signature)}`);
console.log(`  another day:    ${audit(bent(4, '2023-09-10', '2023-06-10'), statement, signature)}`);
console.log(`  an entry gone:  ${audit(file.toSpliced(2, 1), statement, signature)}`);
console.log(`  the last gone:  ${audit(file.slice(0, -1), statement, signature)}`);
const turned = file.with(1, file[2]).with(2, file[1]);
console.log(`  two turned:     ${audit(turned, statement, signature)}`);

// Whoever can write the store can also seal everything anew: the chain is whole then, and only the signed head shows it.
const anew = read(bent(3, '"points":1', '"points":2')).map(({ type, data, metadata }) => {
  const { sequence: _s, previousHash: _p, hash: _h, ...rest } = metadata;
  return { type, data, metadata: rest };
});
const forged = seal(anew);
console.log(
  `  sealed anew:    ${audit(
    forged.map((event) => JSON.stringify(event)),
    statement,
    signature,
  )}`,
);
const claimed = { ...statement, head: forged.at(-1).metadata.hash };
console.log(
  `  and the head:   ${audit(
    forged.map((event) => JSON.stringify(event)),
    claimed,
    signature,
  )}`,
);

// A centre that signs what its own rules would not give is found by deciding again.
const own = ed25519.sign(bytes(claimed), secretKey);
console.log(
  `  signed so:      ${audit(
    forged.map((event) => JSON.stringify(event)),
    claimed,
    own,
  )}`,
);
