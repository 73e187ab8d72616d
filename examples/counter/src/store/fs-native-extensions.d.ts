/** What the lock uses of a package that comes without types. */
declare module 'fs-native-extensions' {
  /** Locks a file that is open for writing; `false` where another descriptor holds it. */
  export function tryLock(fd: number): boolean;
}
