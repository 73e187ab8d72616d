// What keeps a version from being released, as sentences. A pure function of what was read, so that each of them is tested.

/** Where the address of what is published is to stand, and how it begins. npm signs the origin of a package by `repository`. */
const ADDRESSES = {
  repository: { of: ({ repository }) => repository?.url ?? repository, form: /^(?:git\+)?https:\/\/\S+$/ },
  homepage: { of: ({ homepage }) => homepage, form: /^https:\/\/\S+$/ },
  bugs: { of: ({ bugs }) => bugs?.url ?? bugs, form: /^https:\/\/\S+$/ },
};
/** Hosts that stand for no host (RFC 2606), and what authors write for a name that they mean to put in later. */
const NO_HOST = /(?:^|\.)(?:example(?:\.[a-z]+)?|test|invalid|localhost)$/i;
const NO_NAME = /^(?:owner|org|user|username|todo|placeholder|<.*>|your[-_]?.*)$/i;

/**
 * What keeps the library and its command line from being released; nothing where all is in order.
 *
 * @param {{ manifests: readonly Record<string, any>[], status: string, tags: readonly string[], changes: string, frozen: boolean, from?: string | undefined }} release
 *   `manifests`: package.json of the library, then that of the command line; `status`: what git says of the working tree; `tags`: those of the
 *   commit; `changes`: CHANGELOG.md; `frozen`: whether the version's events are; `from`: the repository that CI runs in, `owner/name`
 */
export function releaseProblems({ manifests, status, tags, changes, frozen, from }) {
  const [{ name, version }, cli] = manifests;
  const dated = new RegExp(`^## \\[${version.replaceAll('.', '\\.')}\\] - \\d{4}-\\d{2}-\\d{2}$`, 'm');
  const problems = [];
  if (status !== '') problems.push('the working tree is not clean');
  if (!tags.includes(`v${version}`)) problems.push(`HEAD is not tagged v${version}`);
  if (cli.version !== version || cli.dependencies[name] !== `^${version}`)
    problems.push(`${cli.name} is not ${version}, or does not need ${name} ^${version}`);
  if (!dated.test(changes)) problems.push(`CHANGELOG.md has no dated entry for ${version}`);
  if (!frozen)
    problems.push(
      `test/evolution/fixtures has no events of ${version}: WRITE_FIXTURES=${version} npm test -- test/evolution`,
    );
  return [...problems, ...manifests.flatMap((manifest) => addressProblems(manifest, from))];
}

function addressProblems(manifest, from) {
  return Object.entries(ADDRESSES).flatMap(([field, { of, form }]) => {
    const address = of(manifest);
    const where = `"${field}" of the package.json of ${manifest.name}`;
    if (address === undefined) return [`${where} is missing: set it to where this is kept`];
    if (typeof address !== 'string' || !form.test(address)) return [`${where} is not an address by https`];
    if (isPlaceholder(new URL(address.replace(/^git\+/, ''))))
      return [`${where} is a placeholder: ${address}`];
    if (field === 'repository' && from !== undefined && !address.replace(/\.git$/, '').endsWith(`/${from}`))
      return [`${where} is ${address}, and this runs in ${from}: npm would not sign it`];
    return [];
  });
}

function isPlaceholder({ hostname, pathname }) {
  return (
    NO_HOST.test(hostname) ||
    decodeURIComponent(pathname)
      .split('/')
      .some((part) => NO_NAME.test(part))
  );
}
