import { startKeeping } from './kept-forms.js';
import { startPreview } from './preview.js';
import { startSending } from './sending.js';

startSending();
startKeeping();

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => {
    // What is folded away on the screen is part of the printout.
    for (const details of document.querySelectorAll<HTMLDetailsElement>('main details')) details.open = true;
    window.print();
  });
}

// What came of a form is read out first, and the next key goes on from there.
document.querySelector<HTMLElement>('[autofocus]')?.focus();

const form = document.querySelector<HTMLFormElement>('form[data-preview]');
if (form !== null) void startPreview(form);
