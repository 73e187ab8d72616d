import { entry } from '../../harness/library.mjs';

export const { fold } = await entry();
