// The points bank behind a fetch handler, as edge runtimes take it. The streams are a binding of the host's: anything that reads one
// and appends to it at an expected length.
import { createBank, fold, redeemable } from 'points-bank';
import { statement } from 'points-bank/reports';
import { renfa2022 } from 'points-bank/rule-sets';
import { parseEvents } from 'points-bank/schema';
import { explain, zhCN } from 'points-bank/words';

const bank = createBank(renfa2022);
const ATTEMPTS = 5;
/** A command is a few hundred bytes; whatever is much longer is none. */
const LONGEST = 16_384;

export default {
  /**
   * `POST /commands` decides a command; `GET /accounts/<id>/statement?from=2023-01-01&to=2023-12-31` says what it came to.
   *
   * @param {Request} request
   * @param {{ streams: { read(name: string): Promise<unknown[]>, append(name: string, length: number, events: readonly unknown[]): Promise<boolean> } }} env
   */
  async fetch(request, env) {
    const { pathname, searchParams } = new URL(request.url);
    const account = decoded(/^\/accounts\/([^/]+)\/statement$/.exec(pathname)?.[1]);
    if (pathname === '/commands' && request.method === 'POST') return enter(request, env.streams);
    if (account !== undefined && request.method === 'GET') return stated(account, searchParams, env.streams);
    return Response.json({ error: 'not found' }, { status: 404 });
  },
};

async function enter(request, streams) {
  const command = await commandIn(request);
  if (command === undefined) return Response.json({ error: 'not JSON, or too long' }, { status: 400 });
  const stream = `account-${command?.data?.accountId}`;
  for (let tried = 0; tried < ATTEMPTS; tried += 1) {
    const history = await read(streams, stream);
    const account = fold(history);
    const decision = bank.decideUnknown(command, account);
    if (!decision.accepted) {
      const { code, clause, facts } = decision.refusal;
      const text = explain(decision.refusal, zhCN, renfa2022);
      return Response.json({ code, clause, facts, text }, { status: code === 'invalid-command' ? 400 : 409 });
    }
    // Where somebody else appended meanwhile, it is read and decided again.
    if (decision.events.length === 0 || (await streams.append(stream, history.length, decision.events)))
      return Response.json({
        events: decision.events.length,
        balance: redeemable(fold(decision.events, account)),
      });
  }
  return Response.json({ error: 'others came first; send it again' }, { status: 503 });
}

async function stated(accountId, searchParams, streams) {
  const [from, to] = [searchParams.get('from'), searchParams.get('to')];
  try {
    const report = statement(await read(streams, `account-${accountId}`), { from, to });
    return report === undefined
      ? Response.json({ error: 'no such account' }, { status: 404 })
      : Response.json(report);
  } catch (error) {
    if (error.name !== 'ReportError') throw error;
    return Response.json({ error: error.message }, { status: 400 });
  }
}

/** A part of a path as text; nothing where it is not encoded well. */
function decoded(part) {
  try {
    return part === undefined ? undefined : decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

async function commandIn(request) {
  const body = await request.text();
  if (body.length > LONGEST) return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

async function read(streams, name) {
  const history = parseEvents(await streams.read(name));
  if (history.ok) return history.value;
  throw new Error(`${name}: ${history.problems[0].path} ${history.problems[0].message}`);
}
