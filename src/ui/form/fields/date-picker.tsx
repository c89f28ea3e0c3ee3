import { useRef } from 'preact/hooks';
import type { CivilDate } from '../../../base/civil-date.ts';
import { Button } from '../../parts/button.tsx';
import { formText as text } from '../../text/form.ts';

interface DatePickerProps {
  label: string;
  /** `''` for none. */
  date: CivilDate;
  onPick: (date: CivilDate) => void;
}

/** Opens the browser's own calendar; the date can always be typed instead. */
export const DatePicker = ({ label, date, onPick }: DatePickerProps) => {
  const native = useRef<HTMLInputElement>(null);
  return (
    <span class="date-picker">
      <Button
        look="quiet"
        aria-label={text.calendarOf(label)}
        onClick={() => native.current?.showPicker()}
      >
        {text.calendar}
      </Button>
      <input
        ref={native}
        type="date"
        tabIndex={-1}
        aria-hidden="true"
        value={date}
        onChange={({ currentTarget }) => currentTarget.value && onPick(currentTarget.value)}
      />
    </span>
  );
};
