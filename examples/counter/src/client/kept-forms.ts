/*
 * What was typed into a form is kept in the tab until the form has gone through, so that an ended session or a lost line costs nobody
 * their work. It is kept under the user and the form's address, without passwords, files and what the server put in. Nothing is sent by
 * itself: the fields are filled in again, and their author sends them.
 */

const KEPT = 'kept form';

/** The key of the form that was sent last, until it is known what came of it. */
const SENT = 'sent form';

type Typed = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
type Written = readonly [name: string, value: string];

const NOT_TYPED = ['hidden', 'password', 'file', 'submit', 'button'];

/** Keeps what is typed on a page of somebody who is signed in, and puts back what never arrived. */
export function startKeeping(): void {
  const { user, here = '', answer } = document.body.dataset;
  if (user === undefined || document.querySelector('[data-unsent]') !== null) {
    // What was sent did not go through.
    forget(SENT);
    return;
  }
  const prefix = `${KEPT}\n${user}\n`;
  const keyOf = (form: HTMLFormElement) => `${prefix}${here}${nameOf(form)}`;
  // Another user of the tab has nothing of it.
  forgetAll((key) => key.startsWith(KEPT) && !key.startsWith(prefix));
  const sent = kept(SENT);
  const forms = [...document.querySelectorAll<HTMLFormElement>('main form')].filter(isKept);
  if (answer === undefined) {
    if (sent !== null && wasRedirected()) forget(sent);
    forget(SENT);
  } else {
    // The page shows what was sent, as the server read it; where it asks for a confirmation instead, what was sent is kept until then.
    for (const form of forms) {
      forget(keyOf(form));
      if (sent?.endsWith(nameOf(form)) !== true) continue;
      forget(sent);
      forget(SENT);
    }
  }
  putBackAll(forms, keyOf);
  const keepTyped = ({ target }: Event) => {
    const form = target instanceof Element ? target.closest('form') : null;
    if (form !== null && isKept(form)) keep(keyOf(form), JSON.stringify(writtenIn(form)));
  };
  document.addEventListener('input', keepTyped);
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    if (form.getAttribute('action') === '/sign-out') forgetAll((key) => key.startsWith(KEPT));
    if (!isKept(form)) return;
    keepTyped(event);
    if (!event.defaultPrevented) keep(SENT, keyOf(form));
  });
}

/** The answer to a form that went through is a redirect. */
function wasRedirected(): boolean {
  const [here] = performance.getEntriesByType('navigation');
  return here instanceof PerformanceNavigationTiming && here.redirectCount > 0;
}

const isKept = (form: HTMLFormElement): boolean => form.method === 'post' && typedIn(form).length > 0;

const typedIn = (form: HTMLFormElement): Typed[] =>
  [...form.elements].filter(
    (field): field is Typed =>
      (field instanceof HTMLInputElement ||
        field instanceof HTMLSelectElement ||
        field instanceof HTMLTextAreaElement) &&
      field.name !== '' &&
      !NOT_TYPED.includes(field.type),
  );

const isTick = (field: Typed): field is HTMLInputElement =>
  field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio');

const writtenIn = (form: HTMLFormElement): Written[] =>
  typedIn(form).flatMap((field) => (isTick(field) && !field.checked ? [] : [[field.name, field.value]]));

/** What tells a form from the others of its page: where it is sent, and its first field. */
const nameOf = (form: HTMLFormElement): string =>
  `\n${form.getAttribute('action') ?? ''}\n${typedIn(form)[0]?.name ?? ''}`;

function putBackAll(forms: readonly HTMLFormElement[], keyOf: (form: HTMLFormElement) => string): void {
  const filled = forms.filter((form) => {
    const words = kept(keyOf(form));
    if (words === null || words === JSON.stringify(writtenIn(form))) return false;
    putBack(form, JSON.parse(words) as Written[]);
    return true;
  });
  const notice = document.querySelector<HTMLElement>('#put-back');
  const [first] = filled;
  if (first === undefined || notice === null) return;
  first.before(notice);
  notice.hidden = false;
  notice.querySelector('button')?.addEventListener('click', () => {
    for (const form of filled) {
      form.reset();
      forget(keyOf(form));
      // A preview goes by what the fields hold now.
      form.dispatchEvent(new Event('change'));
    }
    notice.hidden = true;
    typedIn(first)[0]?.focus();
  });
}

function putBack(form: HTMLFormElement, written: readonly Written[]): void {
  const left = [...written];
  const take = (name: string, value?: string): string | undefined => {
    const at = left.findIndex((one) => one[0] === name && (value === undefined || one[1] === value));
    return at < 0 ? undefined : left.splice(at, 1)[0]?.[1];
  };
  for (const field of typedIn(form)) {
    const value = take(field.name, isTick(field) ? field.value : undefined);
    if (isTick(field)) field.checked = value !== undefined;
    else if (value !== undefined && value !== field.value) field.value = value;
    else continue;
    const folded = field.closest('details');
    if (folded !== null && value !== undefined) folded.open = true;
  }
}

/*
 * A browser may refuse to keep anything: then the forms work as they do without it.
 */

function kept(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function keep(key: string, words: string): void {
  try {
    sessionStorage.setItem(key, words);
  } catch {
    // There is no room, or none is given.
  }
}

function forget(key: string): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}

function forgetAll(isMeant: (key: string) => boolean): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (isMeant(key)) sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
