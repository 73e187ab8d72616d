// The limit: each report in one pass over the events, written by hand, with what the library's report says and frozen like it. It knows
// that in these histories nothing was undone, closed, transferred or entered after the day on which it happened.
export { feedbacks } from './limit-feedback.mjs';
export { register } from './limit-register.mjs';
export { statements } from './limit-statement.mjs';
