import { useRef } from 'preact/hooks';
import type { CivilDate } from '../../../base/civil-date.ts';
import { Button } from '../../parts/button.tsx';

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
        aria-label={`Calendário: ${label}`}
        onClick={() => native.current?.showPicker()}
      >
        Calendário
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
