// Accounts in KurrentDB: one stream an account, appended to at the revision that was read. It needs a server:
//   docker run --rm -p 2113:2113 -e KURRENTDB_INSECURE=true -e KURRENTDB_MEM_DB=true docker.kurrent.io/kurrent-latest/kurrentdb:latest
//   KURRENTDB_URL='kurrentdb://127.0.0.1:2113?tls=false' npx tsx examples/kurrentdb/accounts.ts
// Without one it is only compiled against the client.
import {
  type AppendStreamState,
  type JSONEventType,
  jsonEvent,
  KurrentDBClient,
  NO_STREAM,
  StreamNotFoundError,
  WrongExpectedVersionError,
} from '@kurrent/kurrentdb-client';
import {
  type Bank,
  type BankEvent,
  type Command,
  createBank,
  type Decision,
  fold,
  type RuleSet,
  redeemable,
} from 'points-bank';
import { renfa2022 } from 'points-bank/rule-sets';
import { parseEvents } from 'points-bank/schema';

type Stored = JSONEventType<BankEvent['type'], BankEvent['data'], NonNullable<BankEvent['metadata']>>;
type Stream = { readonly history: readonly BankEvent[]; readonly state: AppendStreamState };

const ATTEMPTS = 5;

/** What a stream holds, and where it ends. */
async function read(client: KurrentDBClient, stream: string): Promise<Stream> {
  const stored: unknown[] = [];
  let state: AppendStreamState = NO_STREAM;
  try {
    for await (const { event } of client.readStream<Stored>(stream)) {
      if (event === undefined) continue;
      stored.push({ type: event.type, data: event.data, metadata: event.metadata });
      state = event.revision;
    }
  } catch (error) {
    if (!(error instanceof StreamNotFoundError)) throw error;
  }
  const history = parseEvents(stored);
  if (history.ok) return { history: history.value, state };
  const problems = history.problems.map(({ path, message }) => `${path} ${message}`);
  throw new Error(`${stream}: ${problems.join('; ')}`);
}

/** Decides a command on its account as stored; where somebody else came first, again. */
export async function handle(
  client: KurrentDBClient,
  bank: Bank<RuleSet>,
  command: Command,
): Promise<Decision> {
  const stream = `account-${command.data.accountId}`;
  for (let tried = 1; ; tried += 1) {
    const { history, state } = await read(client, stream);
    const decision = bank.decide(command, fold(history));
    if (!decision.accepted || decision.events.length === 0) return decision;
    const events = decision.events.map(({ type, data, metadata = {} }) =>
      jsonEvent<Stored>({ type, data, metadata }),
    );
    try {
      await client.appendToStream(stream, events, { streamState: state });
      return decision;
    } catch (error) {
      if (!(error instanceof WrongExpectedVersionError) || tried === ATTEMPTS) throw error;
    }
  }
}

const url = process.env.KURRENTDB_URL;
if (url === undefined) {
  console.log('set KURRENTDB_URL to a server: see the head of this file');
} else {
  const client = KurrentDBClient.connectionString(url);
  const bank: Bank<RuleSet> = createBank(renfa2022 as RuleSet);
  const accountId = `LA-${Date.now()}`;
  const common = { accountId, on: '2023-03-01', by: { office: 'community', communityId: 'linan' } } as const;
  const opening = { ...common, role: 'resident', communityId: 'linan', formComplete: true };
  const claim = { ...common, postId: '平安巡逻', kind: 'post', difficulty: 'hard' } as const;
  await handle(client, bank, { type: 'OpenAccount', data: opening });
  // Twice at once: one of them reads again and finds it done.
  await Promise.all([1, 2].map(() => handle(client, bank, { type: 'ClaimPost', data: claim })));
  const { history } = await read(client, `account-${accountId}`);
  console.log(history.map(({ type }) => type).join(', '), '=', redeemable(fold(history)));
  await client.dispose();
}
