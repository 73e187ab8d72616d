import { type Bilingual, text } from '../language/words.js';

/** The sample's subdistrict: three communities, made up. */
export const COMMUNITIES: readonly { readonly id: string; readonly title: Bilingual }[] = [
  { id: 'linan', title: text('临安社区', 'Linan community') },
  { id: 'dongpo', title: text('东坡社区', 'Dongpo community') },
  { id: 'heping', title: text('和平社区', 'Heping community') },
];

export const ROLES = ['resident', 'community-party-member', 'in-service-party-member', 'resident'] as const;

export const POSTS = [
  '平安巡逻',
  '楼道清洁',
  '银龄陪伴',
  '垃圾分类督导',
  '图书角管理',
  '红色益站值守',
] as const;

/** What happens in a community: the item it is entered under, what it is called, how hard it is. */
export const MATTERS = [
  { item: 'activity', name: '学雷锋便民服务', difficulty: 'base' },
  { item: 'activity', name: '义诊活动', difficulty: 'hard' },
  { item: 'affairs', name: '议事协商会', difficulty: 'base' },
  { item: 'activity', name: '文明交通劝导', difficulty: 'base' },
  { item: 'other', name: '防汛值守', difficulty: 'hard' },
  { item: 'activity', name: '老旧小区清洁日', difficulty: 'hard' },
  { item: 'affairs', name: '邻里纠纷调解', difficulty: 'hard' },
  { item: 'activity', name: '暑期托管课堂', difficulty: 'base' },
  { item: 'activity', name: '反诈宣传', difficulty: 'base' },
  { item: 'activity', name: '重阳敬老', difficulty: 'base' },
  { item: 'other', name: '扫雪除冰', difficulty: 'hard' },
] as const;

/** Made-up people, for as many accounts of each community. */
export const NAMES = ['王芳', '李建国', '单雪梅', '张伟', '曾丽华', '欧阳晓东'] as const;

export const REWARDS = [
  { rewardId: 'haircut', kind: 'service', title: text('理发一次', 'A haircut'), price: 3 },
  { rewardId: 'printing', kind: 'service', title: text('打印复印 20 页', 'Printing, 20 pages'), price: 2 },
  {
    rewardId: 'appliance',
    kind: 'service',
    title: text('家电清洗一台', 'Cleaning of one appliance'),
    price: 6,
  },
  { rewardId: 'rice', kind: 'goods', title: text('大米 5 公斤', 'Rice, 5 kg'), price: 5 },
  { rewardId: 'umbrella', kind: 'goods', title: text('晴雨伞一把', 'An umbrella'), price: 4 },
] as const;
