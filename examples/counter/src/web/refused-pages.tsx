import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Messages } from '../language/messages.js';
import type { Web } from './env.js';
import type { Failure } from './failures.js';
import { documentOf, page } from './page.js';
import { bareView, goingOnAt, type View } from './view.js';

type Words = { [K in keyof Messages]: Messages[K] extends string ? K : never }[keyof Messages];

const Plain = ({
  say,
  title,
  words,
}: Pick<View, 'say'> & { readonly title: Words; readonly words: Words }) => (
  <div data-unsent="">
    <h1>{say[title]}</h1>
    <p>{say[words]}</p>
    <p>
      <a href="/">{say.back}</a>
    </p>
  </div>
);

/** A form whose session has ended, and the way back to its page. */
const Expired = ({ view: { say, user }, back }: { readonly view: View; readonly back: string }) => (
  <div data-unsent="">
    <h1>{user === undefined ? say.expiredTitle : say.staleTitle}</h1>
    <p>{say.forgedText}</p>
    <p>
      <a class="button" href={`/sign-in?back=${encodeURIComponent(back)}`}>
        {user === undefined ? say.signInAgain : say.openAgain}
      </a>
    </p>
  </div>
);

function plain(c: Web, title: Words, words: Words, status: ContentfulStatusCode): Promise<Response> {
  return page(
    c,
    ({ say }) => ({ title: say[title], body: <Plain say={say} title={title} words={words} /> }),
    status,
  );
}

export const notFound = (c: Web): Promise<Response> => plain(c, 'notFoundTitle', 'notFoundText', 404);
export const forbidden = (c: Web): Promise<Response> => plain(c, 'forbiddenTitle', 'forbiddenText', 403);
export const forged = (c: Web): Promise<Response> =>
  page(
    c,
    (view) => ({
      title: view.user === undefined ? view.say.expiredTitle : view.say.staleTitle,
      body: <Expired view={view} back={goingOnAt(c)} />,
    }),
    403,
  );
export const tooLarge = (c: Web): Promise<Response> => plain(c, 'forbiddenTitle', 'tooLargeText', 413);
export const unreadable = (c: Web): Promise<Response> => plain(c, 'forbiddenTitle', 'unreadableText', 400);
export const badPeriod = (c: Web): Promise<Response> => plain(c, 'badPeriodTitle', 'badPeriod', 400);

const FAILURES = {
  busy: { status: 409, title: 'busyTitle', words: 'busyText', again: '1' },
  away: { status: 503, title: 'awayTitle', words: 'awayText', again: '5' },
  wrong: { status: 500, title: 'failedTitle', words: 'failedText', again: undefined },
} as const;

/** Says that something failed, without asking anything that may have failed. */
export function failed(c: Web, failure: Failure): Response {
  const { status, title, words, again } = FAILURES[failure];
  const view = bareView(c);
  if (again !== undefined) c.header('Retry-After', again);
  return c.html(
    documentOf(view, view.say[title], <Plain say={view.say} title={title} words={words} />),
    status,
  );
}
