import { decider as bare } from './limit.mjs';

/** A decider that reads its input by a schema first, and then decides by the bare function. */
export function checkedBy(read) {
  return (bank) => {
    const decide = bare(bank);
    return (input, account) => decide(read(input), account);
  };
}

/** For validators that tell whether the input fits, and leave it as it is. */
export function guardedBy(fits) {
  return checkedBy((input) => {
    if (!fits(input)) throw new Error('not a command');
    return input;
  });
}
