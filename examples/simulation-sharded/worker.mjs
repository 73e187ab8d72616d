// One shard, in a worker of its own. What comes in and goes out is plain JSON, so it could as well be another machine.
import { simulate } from 'points-bank/simulation';
import { run } from './scenario.mjs';

export default function simulateShard(shard) {
  return simulate({ ...run, shard });
}
