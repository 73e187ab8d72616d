/** Is told how many steps of comparing are taken. */
export type Comparing = (steps: number) => void;

/** Where nobody asks how many. */
export const UNCOUNTED: Comparing = () => undefined;
