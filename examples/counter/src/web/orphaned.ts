/** How often it is looked at, in milliseconds. */
const EACH = 500;

/** Calls back once the process that started this one is gone. The system tells nobody, so it is looked at now and then. */
export function whenOrphaned(then: () => void): void {
  const parent = process.ppid;
  const looking = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(looking);
    then();
  }, EACH);
  looking.unref();
}
