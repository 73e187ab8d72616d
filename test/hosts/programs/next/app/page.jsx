import { answer } from '../program.mjs';
import { InBrowser } from './in-browser.jsx';

export default function Page() {
  return (
    <>
      <output id="server">{answer()}</output>
      <InBrowser />
    </>
  );
}
