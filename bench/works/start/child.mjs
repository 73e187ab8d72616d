// How long an import takes in a fresh process: `node child.mjs <url>`.
const before = process.cpuUsage();
const start = performance.now();
await import(process.argv[2]);
const wall = performance.now() - start;
const { user, system } = process.cpuUsage(before);
process.send({ wall, cpu: (user + system) / 1000 });
process.disconnect();
