// Chromium for the runs in a real browser: the one that `CHROMIUM` names, else Debian's.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

/** The longest wait for something in a page, in milliseconds. It only makes a failure say what was missing; no check depends on it. */
export const LONGEST_WAIT = 60_000;

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Starts Chromium without a window, and without its sandbox for root, for whom it does not start. */
export async function openChromium() {
  const executablePath = process.env.CHROMIUM ?? PLACES.find((place) => existsSync(place));
  if (executablePath === undefined) throw new Error('no Chromium found: name one in CHROMIUM');
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  // Playwright would give up after 30 s; a slow machine is no failure.
  return chromium.launch({ executablePath, args, timeout: 0 });
}

/** Everything that goes wrong in a page, as text: errors on its console, exceptions, requests that fail, what its policy forbids. */
export async function problemsOf(page) {
  const problems = [];
  // Chromium reports what was forbidden to the page alone, where a script catches it.
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`forbidden by ${violatedDirective}: ${blockedURI}`),
    );
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      problems.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`exception: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
  });
  return problems;
}
