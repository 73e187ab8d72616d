// The library on unknown input: it reads every command before it decides it, whatever the compiler knows of it.
export function decider(bank) {
  return (command, account) => bank.decideUnknown(command, account);
}
