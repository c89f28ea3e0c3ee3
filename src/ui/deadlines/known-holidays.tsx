import { choices } from '../../app/deadlines/choices.ts';
import { countHoliday, KNOWN_HOLIDAYS } from '../../app/deadlines/holidays.ts';
import { HOLIDAY_NAMES, deadlineSettingsText as text } from '../text/prazos.ts';

const KINDS = ['national', 'state', 'optional'] as const;

/** The holidays the app knows, each to be counted or not. */
export const KnownHolidays = () => (
  <section class="card stack" aria-labelledby="known-holidays">
    <h2 id="known-holidays">{text.holidays}</h2>
    <p>{text.holidaysLead}</p>
    {KINDS.map((kind) => (
      <div key={kind}>
        <fieldset class="radio-list">
          <legend class="field-label">{text.kinds[kind]}</legend>
          <p class="soft small">{text.kindsHelp[kind]}</p>
          {KNOWN_HOLIDAYS.filter((each) => each.kind === kind).map(({ id }) => (
            <label key={id}>
              <input
                type="checkbox"
                checked={choices.value.holidays.known.includes(id)}
                onChange={({ currentTarget }) => void countHoliday(id, currentTarget.checked)}
              />{' '}
              {HOLIDAY_NAMES[id]}
            </label>
          ))}
        </fieldset>
      </div>
    ))}
  </section>
);
