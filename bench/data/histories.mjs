// Histories as a community makes them: an opening, claims up to the limit and past it, yearly report-ins, activities of all sorts, a
// redemption now and then, a correction here and there. They are decided by the library, so that they are what it would have stored.
import { day, pick, random } from './random.mjs';

export const COMMUNITY = 'linan';
const CENTRE = { office: 'community', communityId: COMMUNITY };
const SUBDISTRICT = { office: 'subdistrict' };
const ROLES = ['resident', 'in-service-party-member', 'community-party-member'];
const CATALOGUE = ['convenience', 'elderly-care', 'safety', 'lectures', 'culture-and-sport'];

const words = (zh, en) => ({ 'zh-CN': zh, en });

export const HANDBOOK = {
  communityId: COMMUNITY,
  version: '2022-1',
  published: '2022-01-01',
  filed: '2022-01-05',
  rewards: [
    { rewardId: 'haircut', kind: 'service', title: words('理发', 'Haircut'), price: 1 },
    { rewardId: 'repair', kind: 'service', title: words('家电维修', 'Appliance repair'), price: 2 },
    { rewardId: 'rice', kind: 'goods', title: words('大米', 'Rice'), price: 3, consent: '2022-03-01' },
  ],
};

/** The command that opens an account. */
export function opening(accountId, role = 'resident', on = day(0)) {
  const data = { accountId, role, communityId: COMMUNITY, on, formComplete: true, by: CENTRE };
  return { type: 'OpenAccount', data };
}

function activity(next, accountId, on, i, posts) {
  const data = { accountId, item: pick(next, ['activity', 'affairs', 'other']), matterId: `${on}-${i}` };
  data.difficulty = next() < 0.3 ? 'hard' : 'base';
  if (data.item === 'activity' && posts.length > 0 && next() < 0.3) data.postId = pick(next, posts);
  data.on = on;
  data.by = CENTRE;
  if (next() < 0.3) data.catalogue = pick(next, CATALOGUE);
  if (next() < 0.2) data.note = '在社区服务中心帮助老人使用手机';
  return { type: 'CreditActivity', data };
}

function claim(next, accountId, on, i, role) {
  const difficulty = role !== 'community-party-member' && next() < 0.3 ? 'hard' : 'base';
  const kind = pick(next, ['post', 'project']);
  return { type: 'ClaimPost', data: { accountId, postId: `post-${i}`, kind, difficulty, on, by: CENTRE } };
}

function redemption(next, accountId, on, i) {
  const lines = [{ rewardId: pick(next, ['haircut', 'repair', 'rice']), quantity: 1 }];
  const data = { accountId, redemptionId: `visit-${i}`, communityId: COMMUNITY, lines, on, by: CENTRE };
  return { type: 'RedeemPoints', data };
}

function correction(next, accountId, on, i) {
  const points = next() < 0.5 ? -1 : 1;
  const data = {
    accountId,
    correctionId: `correction-${i}`,
    points,
    reason: '核实后更正',
    on,
    by: SUBDISTRICT,
  };
  return { type: 'CorrectScore', data };
}

/** A command of some day, mostly an activity; now and then one at which somebody served in one of these posts. */
export function command(next, accountId, role, i, on, posts) {
  const kind = next();
  if (kind < 0.86) return activity(next, accountId, on, i, posts);
  if (kind < 0.92) return claim(next, accountId, on, i, role);
  if (kind < 0.95) return { type: 'ReportIn', data: { accountId, on, by: CENTRE } };
  if (kind < 0.98) return redemption(next, accountId, on, i);
  return correction(next, accountId, on, i);
}

/** The posts that a history's account claimed. */
export function postsOf(history) {
  return history.flatMap(({ type, data }) => (type === 'PostClaimed' ? [data.postId] : []));
}

/** The history of one account: so many events over so many days, one entry in ten entered late. */
export function history({ bank, fold, evolve, initialAccount }, accountId, events, days, seed) {
  const next = random(seed);
  const role = pick(next, ROLES);
  const made = [];
  const posts = [];
  let account = initialAccount;
  const take = (asked) => {
    const decision = bank.decide(asked, account);
    if (!decision.accepted || decision.events.length === 0) return;
    made.push(...decision.events);
    posts.push(...postsOf(decision.events));
    account = evolve(account, decision.events[0]);
  };
  take(opening(accountId, role));
  for (let i = 0; made.length < events; i += 1) {
    const at = Math.floor((made.length / events) * days);
    const late = next() < 0.1 ? Math.floor(next() * 30) : 0;
    take(command(next, accountId, role, i, day(Math.max(0, at - late)), posts));
  }
  if (JSON.stringify(fold(made)) !== JSON.stringify(account)) throw new Error('fold and evolve differ');
  return made;
}
