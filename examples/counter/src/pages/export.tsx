import type { FC } from 'hono/jsx';
import type { View } from '../web/view.js';

export const ExportPage: FC<{ readonly view: View }> = ({ view }) => {
  const { say } = view;
  const kinds = [
    ['/export/events.jsonl', say.exportEvents, say.exportEventsText],
    ['/register.csv', say.exportRegister, say.exportRegisterText],
    ['/export/record.csv', say.exportRecord, say.exportRecordText],
    ['/export/entries.csv', say.exportEntries, say.exportEntriesText],
  ] as const;
  return (
    <>
      <h1>{say.exportTitle}</h1>
      <p class="lead">{say.exportLead}</p>
      <ul class="cards">
        {kinds.map(([href, title, words]) => (
          <li class="card">
            <h2>
              <a href={href}>{title}</a>
            </h2>
            <p>{words}</p>
          </li>
        ))}
      </ul>
    </>
  );
};
