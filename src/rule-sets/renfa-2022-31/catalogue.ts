import type { RuleSet } from '../../rules/rule-set.js';
import { text } from '../../values/text.js';

/** The appendix: what posts, projects and activities there are to choose from; 22 entries of four kinds. */
export const CATALOGUE: RuleSet['catalogue'] = {
  'public-good': {
    clause: 'A.1',
    title: text('公益类', 'Public good'),
    entries: {
      convenience: { clause: 'A.1.1', title: text('便民便利', 'Everyday help and repairs') },
      employment: { clause: 'A.1.2', title: text('就业指导', 'Employment guidance') },
      health: { clause: 'A.1.3', title: text('卫生保健', 'Health care and disease prevention') },
      publicity: { clause: 'A.1.4', title: text('宣传教育', 'Publicity and education') },
      counselling: { clause: 'A.1.5', title: text('心理咨询', 'Psychological counselling') },
      'poverty-relief': { clause: 'A.1.6', title: text('扶贫帮困', 'Help for those in need') },
      'elderly-care': { clause: 'A.1.7', title: text('助老服务', 'Services for the elderly') },
      'legal-aid': { clause: 'A.1.8', title: text('法律援助', 'Legal aid') },
    },
  },
  post: {
    clause: 'A.2',
    title: text('岗位类', 'Posts'),
    entries: {
      'red-station': {
        clause: 'A.2.1',
        title: text(
          '“红色益站”、疫情防控卡点等志愿者',
          "Volunteers of the 'Red Volunteer Station', at epidemic checkpoints, etc.",
        ),
      },
      'three-heads': {
        clause: 'A.2.2',
        title: text('社区“三长”', "The community's 'three heads' (of grids, buildings and stairways)"),
      },
      safety: { clause: 'A.2.3', title: text('平安志愿者', 'Safety volunteer') },
      'public-places': {
        clause: 'A.2.4',
        title: text(
          '商圈、医院、交通枢纽、青年中心等志愿者',
          'Volunteers at shopping districts, hospitals, transport hubs, youth centres, etc.',
        ),
      },
      'community-volunteer': { clause: 'A.2.5', title: text('社区志愿者', 'Community volunteer') },
    },
  },
  activity: {
    clause: 'A.3',
    title: text('活动类', 'Activities'),
    entries: {
      'party-life': { clause: 'A.3.1', title: text('组织生活', 'Party organisation life') },
      'innovation-for-elderly': {
        clause: 'A.3.2',
        title: text('创新为老', 'Technology help for the elderly'),
      },
      holiday: { clause: 'A.3.3', title: text('假期活动', 'Holiday activities for children') },
      lectures: { clause: 'A.3.4', title: text('个性讲堂', "Residents' talks and classes") },
      'culture-and-sport': { clause: 'A.3.5', title: text('文体活动', 'Culture and sport') },
    },
  },
  affairs: {
    clause: 'A.4',
    title: text('事务类', 'Affairs'),
    entries: {
      deliberation: { clause: 'A.4.1', title: text('民主议事', 'Community deliberation') },
      'community-publicity': { clause: 'A.4.2', title: text('社区宣传', 'Community publicity') },
      assistant: { clause: 'A.4.3', title: text('社区助理', 'Community assistant') },
      mediation: { clause: 'A.4.4', title: text('矛盾调解', 'Mediation of disputes') },
    },
  },
};
