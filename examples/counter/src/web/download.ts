import type { Web } from './env.js';

/** So many letters are sent at a time. */
const AT_A_TIME = 64 * 1024;

/**
 * A file that is made while it is sent, never more of it in memory than is sent at a time. Where nothing of it can be made the answer says so;
 * where it fails later the transfer is broken off, so that nobody takes a part for the whole.
 */
export async function download(
  c: Web,
  name: string,
  type: string,
  texts: AsyncIterable<string>,
): Promise<Response> {
  const parts = inParts(texts);
  const encoder = new TextEncoder();
  let first: IteratorResult<string> | undefined = await parts.next();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = first ?? (await parts.next());
      first = undefined;
      if (done === true) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
  return c.body(body, 200, { 'Content-Type': type, 'Content-Disposition': attachment(name) });
}

async function* inParts(texts: AsyncIterable<string>): AsyncGenerator<string, undefined> {
  let some = '';
  for await (const text of texts) {
    some += text;
    if (some.length < AT_A_TIME) continue;
    yield some;
    some = '';
  }
  if (some !== '') yield some;
  return undefined;
}

/** A download by its name, in the form that takes any letters (RFC 6266). */
export function attachment(name: string): string {
  const ascii = name.replace(/[^\w.-]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
