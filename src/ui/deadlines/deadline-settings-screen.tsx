import { useEffect } from 'preact/hooks';
import { loadChoices } from '../../app/deadlines/choices.ts';
import { Notice } from '../parts/notice.tsx';
import { ScreenHead } from '../parts/screen-head.tsx';
import { hrefOf } from '../router.ts';
import { deadlinesText, deadlineSettingsText as text } from '../text/prazos.ts';
import { KnownHolidays } from './known-holidays.tsx';
import { OwnHolidays } from './own-holidays.tsx';
import { RuleTable } from './rule-table.tsx';

/** Which days are none of work, and which layouts have which deadline. */
export const DeadlineSettingsScreen = () => {
  useEffect(() => void loadChoices(), []);
  return (
    <div class="stack">
      <ScreenHead
        title={text.title}
        lead={text.lead}
        above={
          <a class="small" href={hrefOf({ screen: 'inicio', id: 'prazos' })}>
            ← {text.back}
          </a>
        }
      />
      <Notice tone="info">{deadlinesText.uncertain}</Notice>
      <RuleTable />
      <div class="columns">
        <KnownHolidays />
        <OwnHolidays />
      </div>
    </div>
  );
};
