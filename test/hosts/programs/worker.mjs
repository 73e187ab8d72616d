import { answer } from './program.mjs';

export default {
  test() {
    console.log(answer());
  },
};
