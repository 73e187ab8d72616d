// The library reads every command before it decides it, whatever the compiler knows of it: there is one way in.
export function decider(bank) {
  return (command, account) => bank.decide(command, account);
}
