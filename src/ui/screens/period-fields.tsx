import { CATALOGUE } from '../../app/catalogue.ts';
import type { LayoutPeriod } from '../../app/layouts.ts';
import { civilDateOf } from '../../base/civil-date.ts';
import { Choice } from '../parts/choice.tsx';
import { Field } from '../parts/field.tsx';
import { draftsText as text } from '../text/rascunhos.ts';
import { monthName } from '../text/units.ts';

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** The first layout of the catalogue for the month it is now. */
export const newestPeriod = (): LayoutPeriod => {
  const [ano = 0, mes = 0] = civilDateOf(Date.now()).split('-').map(Number);
  const first = CATALOGUE[0]?.layouts[0];
  return { spc: first?.spc ?? '', slp: first?.slp ?? '', mes, ano };
};

interface PeriodFieldsProps {
  value: LayoutPeriod;
  onChange: (period: LayoutPeriod) => void;
}

/** Accounts, layout, month and year. */
export const PeriodFields = ({ value, onChange }: PeriodFieldsProps) => {
  const accounts = CATALOGUE.find(({ spc }) => spc === value.spc);
  const chooseAccounts = (spc: string) => {
    const slp = CATALOGUE.find((each) => each.spc === spc)?.layouts[0]?.slp ?? '';
    onChange({ ...value, spc, slp });
  };
  return (
    <>
      <Choice id="periodo-spc" label={text.accounts} value={value.spc} onChange={chooseAccounts}>
        {CATALOGUE.map((each) => (
          <option key={each.spc} value={each.spc}>
            {each.name}
          </option>
        ))}
      </Choice>
      <Choice
        id="periodo-slp"
        label={text.layout}
        value={value.slp}
        onChange={(slp) => onChange({ ...value, slp })}
      >
        {accounts?.layouts.map((each) => (
          <option key={each.slp} value={each.slp}>
            {each.name} ({each.slp})
          </option>
        ))}
      </Choice>
      <MonthFields
        id="periodo"
        value={value}
        onChange={(month) => onChange({ ...value, ...month })}
      />
    </>
  );
};

interface MonthFieldsProps {
  /** Of the fields: `id-mes`, `id-ano`. */
  id: string;
  value: Month;
  onChange: (month: Month) => void;
}

type Month = Pick<LayoutPeriod, 'mes' | 'ano'>;

/** Month and year. */
export const MonthFields = ({ id, value, onChange }: MonthFieldsProps) => (
  <div class="columns">
    <Choice
      id={`${id}-mes`}
      label={text.month}
      value={String(value.mes)}
      onChange={(mes) => onChange({ ...value, mes: Number(mes) })}
    >
      {MONTHS.map((each) => (
        <option key={each} value={each}>
          {monthName(each)}
        </option>
      ))}
    </Choice>
    <Field id={`${id}-ano`} label={text.year}>
      {(control) => (
        <input
          {...control}
          class="input"
          inputMode="numeric"
          value={Number.isNaN(value.ano) ? '' : value.ano}
          onInput={({ currentTarget }) =>
            onChange({ ...value, ano: Number.parseInt(currentTarget.value, 10) })
          }
        />
      )}
    </Field>
  </div>
);
