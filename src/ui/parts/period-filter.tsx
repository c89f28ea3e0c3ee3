import { filterText as text } from '../text/filtro.ts';
import { monthName } from '../text/units.ts';
import { Choice } from './choice.tsx';
import { TextField } from './text-field.tsx';

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

interface PeriodPartProps {
  /** What the ids of the list's fields begin with. */
  of: string;
  value: number | undefined;
  onChange: (value: number | undefined) => void;
}

/** The month of reference to which a list is narrowed down. */
export const MonthChoice = ({ of, value, onChange }: PeriodPartProps) => (
  <Choice
    id={`${of}-mes`}
    label={text.month}
    value={String(value ?? '')}
    onChange={(mes) => onChange(Number(mes) || undefined)}
  >
    <option value="">{text.anyMonth}</option>
    {MONTHS.map((mes) => (
      <option key={mes} value={mes}>
        {monthName(mes)}
      </option>
    ))}
  </Choice>
);

/** The year to which a list is narrowed down. */
export const YearField = ({ of, value, onChange }: PeriodPartProps) => (
  <TextField
    id={`${of}-ano`}
    label={text.year}
    value={String(value ?? '')}
    numeric
    onInput={(ano) => onChange(Number.parseInt(ano, 10) || undefined)}
  />
);
