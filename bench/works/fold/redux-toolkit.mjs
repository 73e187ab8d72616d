// A slice of Redux Toolkit with a reducer for each event, in production mode: its checks for changed and unserialisable state, which
// cost many times as much, are off there. The slice's reducer is called as a store calls it.
import { createSlice } from '@reduxjs/toolkit';
import { opened, step } from './limit.mjs';

export const share = 0.05;

const into = (account, { payload }) => step(account, payload);

const { reducer, actions } = createSlice({
  name: 'account',
  initialState: null,
  reducers: {
    AccountOpened: (_, { payload }) => opened(payload.data),
    PostClaimed: into,
    ActivityCredited: into,
    PointsRedeemed: into,
    ScoreCorrected: into,
  },
});

export function store(events) {
  return events.map((event) => actions[event.type](event));
}

export function fold(stored) {
  let account = null;
  for (const action of stored) account = reducer(account, action);
  return account;
}
