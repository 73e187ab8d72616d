import type { Programme } from '../../src/index.js';
import { text } from '../../src/values/text.js';

/**
 * The tests' programme: posts with and without a kind, a difficulty and days, matters on one day, over a time and without an end, for all
 * roles and for some, with and without a post.
 */
export const PROGRAMME: Programme = {
  communityId: 'linan',
  version: '2023-1',
  published: '2023-01-01',
  posts: [
    { postId: 'gate', title: text('门岗', 'Gate duty'), kind: 'post', difficulty: 'base' },
    {
      postId: '河长 2号',
      title: text('二号河长', 'River warden 2'),
      kind: 'project',
      difficulty: 'hard',
      from: '2023-02-01',
      until: '2023-12-31',
      catalogue: 'safety',
    },
    { postId: 'library', title: text('图书室', 'Library') },
  ],
  matters: [
    {
      matterId: '3.5 义诊',
      title: text('三月五日义诊', 'Free clinic of 5 March'),
      item: 'activity',
      difficulty: 'hard',
      days: ['2023-03-05', '2023-03-06'],
    },
    {
      matterId: 'gate duty',
      title: text('门岗值班', 'Duty at the gate'),
      item: 'activity',
      difficulty: 'base',
      from: '2023-02-01',
      until: '2023-12-31',
      postId: 'gate',
      catalogue: 'safety',
    },
    {
      matterId: 'hearing',
      title: text('听证', 'Hearing'),
      item: 'affairs',
      from: '2023-02-01',
      roles: ['resident', 'community-party-member'],
    },
  ],
};
