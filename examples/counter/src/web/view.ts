import type { RuleSet } from 'points-bank';
import { type Messages, messagesIn } from '../language/messages.js';
import type { Bilingual, Locale } from '../language/words.js';
import { communityOf, type User } from '../people/user.js';
import type { Web } from './env.js';

/** What a page needs to be drawn, whatever it shows. */
export type View = {
  readonly say: Messages;
  readonly locale: Locale;
  readonly user: User | undefined;
  /** What the community of the user, if any, is called. */
  readonly community: Bilingual | undefined;
  readonly token: string;
  readonly ruleSet: RuleSet;
  readonly today: string;
  /** The page's path. */
  readonly path: string;
  /** An address that shows the page, or the form that led to it. */
  readonly here: string;
  /** Whether the page answers a form. */
  readonly isAnswer: boolean;
  readonly script: string;
  readonly style: string;
};

export async function viewOf(c: Web): Promise<View> {
  const { communities, sessions } = c.get('counter');
  const user = c.get('user');
  const session = c.get('session');
  const communityId = user === undefined ? undefined : communityOf(user.person);
  return {
    ...bareView(c),
    user,
    community: communityId === undefined ? undefined : (await communities.named(communityId)).title,
    token: session === undefined ? '' : sessions.token(session),
  };
}

/** The view of a page that is nobody's in particular: nothing is looked up for it, so it can be drawn whatever has failed. */
export function bareView(c: Web): View {
  const counter = c.get('counter');
  const locale = c.get('locale');
  return {
    say: messagesIn(locale),
    locale,
    user: undefined,
    community: undefined,
    token: '',
    ruleSet: counter.ruleSet,
    today: counter.today(),
    path: new URL(c.req.url).pathname,
    here: hereOf(c),
    isAnswer: isForm(c),
    script: counter.assets.script.path,
    style: counter.assets.style.path,
  };
}

const isForm = (c: Web): boolean => c.req.method !== 'GET' && c.req.method !== 'HEAD';

/** An address that shows the page, or the form that led to it. */
function hereOf(c: Web): string {
  const { pathname, search } = new URL(c.req.url);
  return `${isForm(c) ? formOf(pathname) : pathname}${search}`;
}

/** Where whoever has to sign in goes on: at the page, or at the one that a form was sent from, as the browser says. */
export function goingOnAt(c: Web): string {
  const { origin } = new URL(c.req.url);
  const { publicUrl } = c.get('counter');
  const given = c.req.header('Referer') ?? '';
  if (!isForm(c) || !URL.canParse(given)) return hereOf(c);
  const from = new URL(given);
  const isOurs =
    from.origin === origin || (publicUrl !== undefined && from.origin === new URL(publicUrl).origin);
  return isOurs ? `${formOf(from.pathname)}${from.search}` : hereOf(c);
}

/** Where the form is shown whose sending led to a page. */
function formOf(path: string): string {
  const [, about] = /^(\/(?:requests|users)\/[^/]+)\//.exec(path) ?? [];
  return about ?? ['/import', '/handbook', '/keys'].find((form) => path.startsWith(`${form}/`)) ?? path;
}
