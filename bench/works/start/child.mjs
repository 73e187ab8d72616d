// How long an import takes in a fresh process: `node child.mjs <url>`.
const start = performance.now();
await import(process.argv[2]);
process.send(performance.now() - start);
process.disconnect();
