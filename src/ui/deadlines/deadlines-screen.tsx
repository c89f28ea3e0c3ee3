import { useState } from 'preact/hooks';
import { calendarOf } from '../../app/deadlines/calendar.ts';
import { Button } from '../parts/button.tsx';
import { download } from '../parts/download.ts';
import { Empty } from '../parts/empty.tsx';
import { Notice } from '../parts/notice.tsx';
import { ScreenHead } from '../parts/screen-head.tsx';
import { hrefOf } from '../router.ts';
import '../styles/deadlines.css';
import { deadlinesText as text } from '../text/prazos.ts';
import { eventOf } from './calendar-event.ts';
import { DeadlineTable } from './deadline-table.tsx';
import { MonthView } from './month-view.tsx';
import { Reminders } from './reminders.tsx';
import { useDeadlines } from './use-deadlines.ts';
import { WatchSheet } from './watch-sheet.tsx';

/** What must be homologated, by urgency and by month. */
export const DeadlinesScreen = () => {
  const open = useDeadlines();
  const [isWatching, setWatching] = useState(false);
  const dated = open?.obligations.filter(({ at }) => at) ?? [];
  const save = () =>
    download(calendarOf(dated.flatMap((each) => eventOf(each) ?? [])), text.calendarFileName);
  return (
    <div class="stack">
      <ScreenHead
        title={text.title}
        lead={text.lead}
        above={
          <a class="small" href={hrefOf({ screen: 'inicio' })}>
            ← {text.back}
          </a>
        }
      >
        <div class="actions">
          <a class="button button-secondary" href={hrefOf({ screen: 'ajustes', id: 'prazos' })}>
            {text.settings}
          </a>
          <Button disabled={dated.length === 0} onClick={save}>
            {text.exportCalendar}
          </Button>
          <Button look="primary" onClick={() => setWatching(true)}>
            {text.watch}
          </Button>
        </div>
      </ScreenHead>
      <Notice tone="info">{text.uncertain}</Notice>
      <section aria-labelledby="open-deadlines">
        <h2 id="open-deadlines">{text.open}</h2>
        {!open && <p class="soft">{text.reading}</p>}
        {open && open.obligations.length === 0 && <Empty title={text.none} help={text.noneHelp} />}
        {open && open.obligations.length > 0 && <DeadlineTable obligations={open.obligations} />}
      </section>
      {open && <MonthView open={open} />}
      <Reminders />
      {isWatching && <WatchSheet onClose={() => setWatching(false)} />}
    </div>
  );
};
