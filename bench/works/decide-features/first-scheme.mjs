// The first scheme as it is.
export const rules = (renfa2022) => renfa2022;
