// Ends with 0 where the counter of this machine answers, for the health check of its container: `node src/health.mjs /ready`.
const [path = '/health'] = process.argv.slice(2);
const answer = await fetch(`http://127.0.0.1:${process.env.PORT ?? 3000}${path}`).catch(() => undefined);
process.exitCode = answer?.ok === true ? 0 : 1;
