import { answer } from './program.mjs';

console.log(answer());
