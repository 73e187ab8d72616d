import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

type Asset = { readonly path: string; readonly body: string; readonly type: string };
export type Assets = { readonly script: Asset; readonly style: Asset };

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Named by what is in it, so that browsers may keep it for good. */
function named(body: string, name: string, ending: string, type: string): Asset {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
  return { path: `/assets/${name}.${hash}.${ending}`, body, type };
}

/** The one script and the style sheet: those that were built with the server, or where it runs from its sources, bundled now. */
export async function makeAssets(): Promise<Assets> {
  const isBuilt = existsSync(here('counter.js'));
  const script = isBuilt ? await readFile(here('counter.js'), 'utf8') : await bundled();
  const style = await readFile(here(isBuilt ? 'counter.css' : 'style.css'), 'utf8');
  return {
    script: named(script, 'counter', 'js', 'text/javascript; charset=utf-8'),
    style: named(style, 'counter', 'css', 'text/css; charset=utf-8'),
  };
}

async function bundled(): Promise<string> {
  const { bundleScript } = await import('./bundle-script.mjs');
  return bundleScript();
}

export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#a3271f"/><path d="M16 6.5l2.8 5.8 6.4.9-4.6 4.4 1.1 6.3-5.7-3-5.7 3 1.1-6.3-4.6-4.4 6.4-.9z" fill="#ffd98a"/></svg>`;
