/** The attribute of a form that is answered by a download: its page stays, and nothing tells when it came. */
const STAYS = 'download';

/**
 * Says that a form is being sent, on the button that sent it and to whoever listens, and sends it once however often the button is
 * pressed. The button is not disabled: a browser would leave out what it stands for, and the focus would be lost.
 */
export function startSending(): void {
  const status = document.querySelector<HTMLElement>('#sending');
  const words = status?.dataset.words ?? '';
  const sent = new Map<HTMLFormElement, () => void>();
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== 'post' || STAYS in form.dataset) return;
    if (sent.has(form)) {
      event.preventDefault();
      return;
    }
    if (!navigator.onLine) {
      event.preventDefault();
      sayOffline(event.submitter);
      return;
    }
    const button = event.submitter;
    const before = button?.textContent ?? '';
    button?.setAttribute('aria-disabled', 'true');
    if (button !== null) button.textContent = words;
    if (status !== null) status.textContent = words;
    sent.set(form, () => {
      button?.removeAttribute('aria-disabled');
      if (button !== null) button.textContent = before;
      if (status !== null) status.textContent = '';
    });
  });
  window.addEventListener('online', () => offline()?.setAttribute('hidden', ''));
  // Whoever comes back to the page by the browser's own button finds it as it was.
  window.addEventListener('pageshow', () => {
    for (const restore of sent.values()) restore();
    sent.clear();
  });
}

const offline = () => document.querySelector<HTMLElement>('#offline');

/** Without a line the browser would leave the page for one of its own: the form stays, and says so at its button. */
function sayOffline(button: HTMLElement | null): void {
  const notice = offline();
  if (notice === null) return;
  (button?.closest('.actions') ?? button)?.before(notice);
  notice.hidden = false;
}
