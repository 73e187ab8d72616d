/** The community whose points centre keeps the ledger. */
export const COMMUNITY = 'linan';

/** The neighbour whose clerk now and then writes in the wrong book. */
export const NEIGHBOUR = 'beiyuan';

export const BY_COMMUNITY = { office: 'community', communityId: COMMUNITY };
export const BY_NEIGHBOUR = { office: 'community', communityId: NEIGHBOUR };
export const BY_SUBDISTRICT = { office: 'subdistrict' };

const MEMBERS = ['community-party-member', 'in-service-party-member'];
const EVERYONE = [...MEMBERS, 'resident'];

/** The posts and projects that can be claimed; `service` names the matter of serving in one. */
export const POSTS = [
  { postId: '岗位-平安巡逻', kind: 'post', catalogue: 'safety', service: '平安巡逻' },
  { postId: '岗位-红色益站', kind: 'post', catalogue: 'red-station', service: '益站值守' },
  { postId: '岗位-单元长', kind: 'post', catalogue: 'three-heads', service: '单元走访' },
  { postId: '岗位-文明引导', kind: 'post', catalogue: 'public-places', service: '文明引导' },
  { postId: '岗位-社区志愿者', kind: 'post', catalogue: 'community-volunteer', service: '社区服务' },
  { postId: '项目-楼道微更新', kind: 'project', catalogue: 'convenience', service: '楼道整治' },
  { postId: '项目-银龄陪伴', kind: 'project', catalogue: 'elderly-care', service: '银龄陪伴' },
  { postId: '项目-法律门诊', kind: 'project', catalogue: 'legal-aid', service: '法律咨询' },
];

/** How lively each month is, January first, in hundredths: March has the volunteers' day, February the Spring Festival. */
export const SEASON = [80, 60, 140, 110, 110, 110, 95, 90, 110, 110, 105, 90];

/*
 * What happens in the community. `months` says when (every month where left out), `hard` in how many of a hundred cases a
 * volunteer's part in it is a hard one.
 */
const HAPPENINGS = [
  { name: '主题党日', item: 'activity', catalogue: 'party-life', roles: MEMBERS, hard: 5 },
  { name: '社区讲堂', item: 'activity', catalogue: 'lectures', roles: EVERYONE, hard: 10 },
  { name: '广场文体', item: 'activity', catalogue: 'culture-and-sport', roles: EVERYONE, hard: 5 },
  { name: '智能手机课', item: 'activity', catalogue: 'innovation-for-elderly', roles: EVERYONE, hard: 25 },
  {
    name: '暑期托管',
    item: 'activity',
    catalogue: 'holiday',
    roles: EVERYONE,
    hard: 60,
    months: ['07', '08'],
  },
  { name: '共建-校园图书角', item: 'co-building', roles: ['community-party-member'], hard: 30 },
  { name: '共建-菜市场规范', item: 'co-building', roles: ['community-party-member'], hard: 15 },
  { name: '民主议事会', item: 'affairs', catalogue: 'deliberation', roles: EVERYONE, hard: 5 },
  { name: '环境整治', item: 'affairs', catalogue: 'assistant', roles: EVERYONE, hard: 20 },
  { name: '反诈宣传', item: 'affairs', catalogue: 'community-publicity', roles: EVERYONE, hard: 5 },
  { name: '邻里调解', item: 'affairs', catalogue: 'mediation', roles: EVERYONE, hard: 80 },
  { name: '义诊服务', item: 'other', catalogue: 'health', roles: EVERYONE, hard: 15 },
  { name: '助老送餐', item: 'other', catalogue: 'elderly-care', roles: EVERYONE, hard: 20 },
  {
    name: '学雷锋便民集市',
    item: 'other',
    catalogue: 'convenience',
    roles: EVERYONE,
    hard: 20,
    months: ['03'],
  },
  {
    name: '防汛值守',
    item: 'other',
    catalogue: 'convenience',
    roles: EVERYONE,
    hard: 90,
    months: ['06', '07'],
  },
  {
    name: '重阳敬老',
    item: 'other',
    catalogue: 'elderly-care',
    roles: EVERYONE,
    hard: 10,
    months: ['10'],
  },
  {
    name: '春节慰问',
    item: 'other',
    catalogue: 'poverty-relief',
    roles: EVERYONE,
    hard: 25,
    months: ['01', '02'],
  },
];

/** What happens in a month, each on its day, with the id under which it is credited. */
export function happeningsIn(month, dice) {
  return HAPPENINGS.filter(({ months }) => months === undefined || months.includes(month.slice(5))).map(
    (happening) => ({
      ...happening,
      matterId: `${month}-${happening.name}`,
      on: `${month}-${String(dice.between(3, 26)).padStart(2, '0')}`,
    }),
  );
}
