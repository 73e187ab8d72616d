// Holds the public types of each entry point, as built, against its report in docs/api-report/.
// A change of the public API shows as a change of a report: `npm run api:update` writes it, and a reviewer reads it.
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CompilerState, Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import { entries, entryProblems, root } from './entries.mjs';

const update = process.argv.includes('--update');
const configFile = join(root, 'api-extractor.json');
const reportFolder = join(root, 'docs/api-report');
const problems = entryProblems();

const configs = entries.map(({ name }) => {
  const configObject = ExtractorConfig.loadFile(configFile);
  configObject.mainEntryPointFilePath = join(root, 'dist', `${name}.d.ts`);
  configObject.apiReport.reportFileName = name;
  return ExtractorConfig.prepare({
    configObject,
    configObjectFullPath: configFile,
    packageJsonFullPath: join(root, 'package.json'),
  });
});
// The compiler reads all entry points once, and not again for each.
const compilerState = CompilerState.create(configs[0], {
  additionalEntryPoints: configs.map(({ mainEntryPointFilePath }) => mainEntryPointFilePath),
});

mkdirSync(reportFolder, { recursive: true });
for (const [i, { name, specifier }] of entries.entries()) {
  const result = Extractor.invoke(configs[i], { compilerState, localBuild: update, messageCallback: quiet });
  if (result.errorCount > 0) problems.push(`${specifier}: API Extractor found ${result.errorCount} errors`);
  if (result.apiReportChanged && !update) {
    problems.push(`docs/api-report/${name}.api.md is not what ${specifier} exports; see npm run api:update`);
  }
  console.log(`${specifier}: ${result.apiReportChanged ? (update ? 'written' : 'differs') : 'as reported'}`);
}

const wanted = entries.map(({ name }) => `${name}.api.md`);
for (const file of readdirSync(reportFolder).filter((each) => !wanted.includes(each))) {
  problems.push(`docs/api-report/${file} belongs to no entry point`);
}
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;

/** Leaves out what this script says itself, and the compiler's version notes. */
function quiet(message) {
  if (message.logLevel !== 'error') message.handled = true;
}
