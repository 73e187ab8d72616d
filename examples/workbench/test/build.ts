/** Bundles the page once, before any test opens it. */
export async function setup(): Promise<void> {
  await import('../build.mjs' as string);
}
