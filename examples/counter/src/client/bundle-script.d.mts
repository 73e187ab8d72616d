/** The one script of the pages, bundled. */
export function bundleScript(): Promise<string>;
