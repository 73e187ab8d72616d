import type { Child, FC } from 'hono/jsx';
import { wordsIn } from 'points-bank/words';
import { mayAsk } from '../security/access.js';
import { accountPath } from '../web/account-path.js';
import type { View } from '../web/view.js';
import { may } from './parts.js';

type Props = { readonly view: View; readonly title: string; readonly children?: Child };

export const Layout: FC<Props> = ({ view, title, children }) => {
  const { say, locale, user } = view;
  return (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · ${say.counter}`}</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={view.style} />
        <script type="module" src={view.script}></script>
      </head>
      <body data-user={user?.name} data-here={view.here} data-answer={view.isAnswer ? '' : undefined}>
        <a class="skip" href="#main">
          {say.skip}
        </a>
        <header class="top">
          <div class="bar">
            <a class="brand" href="/">
              <img src="/assets/icon.svg" alt="" width="28" height="28" />
              {say.counter}
            </a>
            <div class="who">
              {user !== undefined && <span class="role">{whoIs(view)}</span>}
              <a href={languageLink(view)} lang={locale === 'en' ? 'zh-CN' : 'en'}>
                {say.otherLanguage}
              </a>
              {user !== undefined && <a href="/password">{say.navPassword}</a>}
              {user !== undefined && (
                <form method="post" action="/sign-out">
                  <input type="hidden" name="token" value={view.token} />
                  <button type="submit" class="plain">
                    {say.signOut}
                  </button>
                </form>
              )}
            </div>
          </div>
          {user !== undefined && (
            <nav aria-label={say.navigation}>
              <ul>
                {linksOf(view).map(([href, words]) => (
                  <li>
                    <a href={href} aria-current={isHere(view, href) ? 'page' : undefined}>
                      {words}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
        </header>
        <main id="main" tabindex={-1}>
          {children}
        </main>
        <p id="sending" class="unseen" role="status" data-words={say.sending}></p>
        <p id="offline" class="told" role="alert" hidden>
          {say.offline}
        </p>
        <div id="put-back" class="told" role="status" hidden>
          {say.putBack}{' '}
          <button type="button" class="plain">
            {say.putBackNot}
          </button>
        </div>
        <footer>{say.footer(wordsIn(view.ruleSet.title, locale), view.ruleSet.version)}</footer>
      </body>
    </html>
  );
};

function languageLink({ locale, here }: View): string {
  return `/language?to=${locale === 'en' ? 'zh-CN' : 'en'}&back=${encodeURIComponent(here)}`;
}

function isHere({ path }: View, href: string): boolean {
  return href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);
}

function whoIs({ user, say, community, locale }: View): string {
  const name = user?.name ?? '';
  if (user?.person.role === 'subdistrict') return `${name} · ${say.roleSubdistrict}`;
  if (user?.person.role === 'community') return `${name} · ${say.roleCommunity(community?.[locale] ?? '')}`;
  if (user?.person.role === 'party-organisation')
    return `${name} · ${say.roleParty(community?.[locale] ?? '')}`;
  return `${name} · ${say.roleVolunteer}`;
}

function linksOf(view: View): [href: string, words: string][] {
  const { user, say } = view;
  if (user === undefined) return [];
  if (user.person.role === 'volunteer') {
    const own = accountPath(user.person.accountId);
    return [
      ['/', say.navHome],
      [`${own}/statement`, say.navStatement],
      [`${own}/feedback`, say.navFeedback],
      [`${own}/handbook`, say.navHandbook],
    ];
  }
  return [
    ['/', say.navDesk],
    ...(may(view, 'credit') ? ([['/activity', say.navActivity]] as [string, string][]) : []),
    ['/accounts', say.navAccounts],
    ['/register', say.navRegister],
    ['/feedback', say.navFeedback],
    ['/anomalies', say.navAnomalies],
    ['/audit', say.navAudit],
    ...(mayAsk(view.ruleSet) ? ([['/requests', say.navRequests]] as [string, string][]) : []),
    ['/handbook', say.navHandbook],
    ...(user.person.role === 'community'
      ? ([
          ['/programme', say.navProgramme],
          ['/directory', say.navDirectory],
          ['/import', say.navImport],
        ] as [string, string][])
      : []),
    ...(user.person.role === 'party-organisation' ? [] : ([['/users', say.navUsers]] as [string, string][])),
    ['/rules', say.navRules],
    ['/export', say.navExport],
    ['/workbench/', say.navWorkbench],
  ];
}
