import { readFileSync } from 'node:fs';

/** What was measured, by the package.json files: the library, its peers, and the major version of Node.js. */
export function versions() {
  const { name, version, dependencies } = read('../../package.json');
  const peers = read('../package.json').dependencies;
  return { node: process.versions.node, library: { name, version, dependencies }, peers };
}

function read(path) {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
}
