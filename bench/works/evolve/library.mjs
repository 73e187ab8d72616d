import { entry } from '../../harness/library.mjs';

export const { evolve } = await entry();
