import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { BankEvent, Command, Decision } from 'points-bank';
import { parseCommand } from 'points-bank/schema';
import { explain } from 'points-bank/words';
import { numbersOf } from '../bank/account-numbers.js';
import { editionsLeft, enter, shelve } from '../bank/enter.js';
import { isAhead } from '../forms/day-ahead.js';
import { WORDS } from '../language/words.js';
import { rewardsIn } from '../pages/parts.js';
import { otherAccountsOf } from '../routes/opening.js';
import { maySee, officeOf } from '../security/access.js';
import { onRecord } from './carried.js';
import type { ApiEnv, Call } from './env.js';
import { referenceTo } from './library-schemas.js';
import { refuse, refuseBy } from './problem.js';
import { answers } from './route.js';
import { enteredSchema, previewSchema } from './schemas.js';

const body = {
  required: true,
  content: { 'application/json': { schema: referenceTo('Command') } },
};

const enterRoute = createRoute({
  method: 'post',
  path: '/v1/commands',
  operationId: 'enterCommand',
  summary: 'Enter a command',
  description:
    'Decides a command and stores what it yields. Send it again where no answer came: by the id of its entry (or its account, post, matter or ' +
    'day, where it has none) the same command is known again, answered with isRepeated, and stored once. The same id with other content is a ' +
    'conflict. The office and community of by are those of the key; who entered it is kept with the events.',
  request: { body },
  responses: answers('It is on record', enteredSchema, 409, 413, 415, 422),
});

const previewRoute = createRoute({
  method: 'post',
  path: '/v1/commands/preview',
  operationId: 'previewCommand',
  summary: 'Try a command',
  description: 'Decides a command as it would be decided now, and stores nothing.',
  request: { body },
  responses: answers('What it would yield', previewSchema, 409, 413, 415, 422),
});

/** Commands of programs: entered, or only tried. */
export function commandRoutes(api: OpenAPIHono<ApiEnv>): void {
  api.openapi(enterRoute, async (c) => {
    const command = await commandIn(c);
    const { decision, version } = await enter(c.get('counter'), c.get('actor'), command);
    if (!decision.accepted) refuseBy(c, command.type, decision.refusal);
    const isRepeated = decision.events.length === 0;
    return c.json({ ...said(c, decision), version: Number(version), isRepeated }, 200);
  });
  api.openapi(previewRoute, async (c) => {
    const command = await commandIn(c);
    const decision = await tried(c, command);
    if (!decision.accepted) refuseBy(c, command.type, decision.refusal);
    return c.json(said(c, decision), 200);
  });
}

/** The command of a request, with the office of its key, and with what is on record of the events that it carries. */
async function commandIn(c: Call): Promise<Command> {
  const counter = c.get('counter');
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) refuse(c, 'not-json-type');
  const given = await c.req.json<unknown>().catch(() => undefined);
  if (given === undefined) refuse(c, 'not-json');
  const parsed = parseCommand(given);
  if (!parsed.ok) {
    const errors = parsed.problems.map((wrong) => ({
      field: wrong.path,
      code: wrong.code,
      detail: explain(wrong, WORDS[c.get('locale')]),
    }));
    refuse(c, 'not-a-command', { errors });
  }
  const command = parsed.value;
  const by = officeOf(counter.ruleSet, c.get('actor'));
  const claimed = command.data.by;
  if (by === undefined || claimed.office !== by.office || claimed.communityId !== by.communityId)
    refuse(c, 'another-office', { field: 'data.by' });
  if (claimed.approvedBy !== undefined) refuse(c, 'approved-in-person', { field: 'data.by.approvedBy' });
  if (isAhead(command, counter.today())) refuse(c, 'day-ahead', { field: 'data.on' });
  const account = await counter.store.account(command.data.accountId);
  if (command.type === 'OpenAccount') {
    const { accountId, communityId } = command.data;
    const { whole, isAnothers } = await numbersOf(counter, communityId, [accountId]);
    if (whole(accountId) !== accountId || isAnothers(accountId))
      refuse(c, 'not-an-own-number', { field: 'data.accountId' });
  } else if (!maySee(c.get('actor'), account)) refuse(c, 'not-found');
  const carried = await onRecord(counter, command);
  if (carried === undefined) refuse(c, 'not-on-record');
  return { ...carried, data: { ...carried.data, ...(await elsewhere(c, carried)), by } } as Command;
}

/** The person's other open accounts are looked up, as on the page; what a program says of them counts for nothing. */
async function elsewhere(c: Call, command: Command) {
  if (command.type !== 'OpenAccount') return {};
  const { otherAccounts } = await otherAccountsOf(c.get('counter'), command.data);
  return { otherAccounts };
}

/** What would be decided now. */
async function tried(c: Call, command: Command): Promise<Decision> {
  const counter = c.get('counter');
  const { communityId } = command.type === 'RedeemPoints' ? command.data : command.data.by;
  if (communityId !== undefined) await shelve(counter, communityId);
  const left = command.type === 'RedeemPoints' ? await editionsLeft(counter, command.data.communityId) : [];
  const bank = counter.bank.bankFor(
    command,
    (edition) => left.find(({ version }) => version === edition.version) ?? edition,
  );
  return bank.decide(command, await counter.store.account(command.data.accountId));
}

function said(c: Call, { events, warnings }: Extract<Decision, { readonly accepted: true }>) {
  const words = WORDS[c.get('locale')];
  const { ruleSet } = c.get('counter');
  return {
    events: [...events],
    words: events.map((event: BankEvent) => explain(event, words, ruleSet, rewardsIn(events))),
    warnings: warnings.map((warning) => ({
      code: warning.code,
      clause: warning.clause,
      detail: explain(warning, words, ruleSet),
    })),
  };
}
