import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { handbookOn } from 'points-bank';
import { handbookSchema, ruleSetSchema } from 'points-bank/schema';
import { wordsIn } from 'points-bank/words';
import { editionsLeft } from '../bank/enter.js';
import { registerOf } from '../bank/register.js';
import { scopeOf } from '../security/access.js';
import type { ApiEnv, Call } from './env.js';
import { ofLibrary } from './library-schemas.js';
import { refuse } from './problem.js';
import { answers } from './route.js';
import { inCommunityPath, registerQuery, registerSchema } from './schemas.js';

const registerRoute = createRoute({
  method: 'get',
  path: '/v1/register',
  operationId: 'readRegister',
  summary: 'The register of a community, or of all, on a day',
  request: { query: registerQuery },
  responses: answers('The totals of the register; the accounts are a list of their own', registerSchema),
});

const rulesRoute = createRoute({
  method: 'get',
  path: '/v1/rules',
  operationId: 'readRules',
  summary: 'The rule set in force',
  responses: answers('The rule set', ofLibrary(ruleSetSchema, 'RuleSet')),
});

const handbookRoute = createRoute({
  method: 'get',
  path: '/v1/communities/{communityId}/handbook',
  operationId: 'readHandbook',
  summary: "A community's handbook in force, with what is left in stock",
  request: { params: inCommunityPath },
  responses: answers('The edition', ofLibrary(handbookSchema, 'Handbook')),
});

/** What programs read of a community, and of the rules. */
export function reportReadRoutes(api: OpenAPIHono<ApiEnv>): void {
  api.openapi(registerRoute, async (c) => {
    const { community, on = c.get('counter').today() } = c.req.valid('query');
    const scope = scopeOf(c.get('actor'), community);
    if (scope === undefined) refuse(c, 'outside-scope');
    return c.json(await registerIn(c, scope.communityId, on), 200);
  });
  api.openapi(rulesRoute, (c) => c.json(c.get('counter').ruleSet, 200));
  api.openapi(handbookRoute, async (c) => {
    const { communityId } = c.req.valid('param');
    if (!(await maySeeHandbook(c, communityId))) refuse(c, 'not-found');
    const counter = c.get('counter');
    const edition = handbookOn(await editionsLeft(counter, communityId), counter.today());
    if (edition === undefined) refuse(c, 'not-found');
    return c.json(edition, 200);
  });
}

/** A volunteer sees the handbook of the account's community. */
async function maySeeHandbook(c: Call, communityId: string): Promise<boolean> {
  const actor = c.get('actor');
  if (actor.person.role !== 'volunteer') return scopeOf(actor, communityId) !== undefined;
  const account = await c.get('counter').store.account(actor.person.accountId);
  return account.status !== 'unopened' && account.communityId === communityId;
}

async function registerIn(c: Call, communityId: string | undefined, on: string) {
  const locale = c.get('locale');
  const register = await registerOf(c.get('counter'), { communityId, on }, 0);
  return {
    on: register.on,
    communities: [...register.communities],
    totals: { ...register.totals },
    byRole: register.byRole.map(({ title, colour: _, ...role }) => ({
      ...role,
      title: wordsIn(title, locale),
    })),
    byItem: register.byItem.map(({ item, entries, points }) => ({ item, entries, points })),
  };
}
