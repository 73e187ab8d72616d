import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Messages } from '../language/messages.js';
import type { Web } from './env.js';
import { page } from './page.js';

function plain(
  c: Web,
  title: keyof Messages,
  words: keyof Messages,
  status: ContentfulStatusCode,
): Promise<Response> {
  return page(
    c,
    ({ say }) => ({
      title: String(say[title]),
      body: (
        <>
          <h1>{String(say[title])}</h1>
          <p>{String(say[words])}</p>
          <p>
            <a href="/">{say.back}</a>
          </p>
        </>
      ),
    }),
    status,
  );
}

export const notFound = (c: Web): Promise<Response> => plain(c, 'notFoundTitle', 'notFoundText', 404);
export const forbidden = (c: Web): Promise<Response> => plain(c, 'forbiddenTitle', 'forbiddenText', 403);
export const forged = (c: Web): Promise<Response> => plain(c, 'forbiddenTitle', 'forgedText', 403);
export const tooLarge = (c: Web): Promise<Response> => plain(c, 'forbiddenTitle', 'tooLargeText', 413);
export const badPeriod = (c: Web): Promise<Response> => plain(c, 'notFoundTitle', 'badPeriod', 400);
export const failed = (c: Web): Promise<Response> => plain(c, 'failedTitle', 'failedText', 500);
