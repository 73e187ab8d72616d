// The limit: each report in one pass over the events, written by hand, with what the library's report says and frozen like it.
export { feedbacks } from './limit-feedback.mjs';
export { register } from './limit-register.mjs';
export { statements } from './limit-statement.mjs';
