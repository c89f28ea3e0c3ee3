import { CATALOGUE } from '../../../app/catalogue.ts';
import { Button } from '../../parts/button.tsx';
import { Choice } from '../../parts/choice.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { deliveryListText as text } from '../../text/entregas-no-tribunal.ts';
import { monthName } from '../../text/units.ts';
import { isFiltered, want, wanted } from './delivery-filter.ts';
import { SearchDelivery } from './search-delivery.tsx';

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** By what the list is narrowed down: states as chips, the rest as fields. */
export const FilterFields = () => (
  <div class="stack">
    <div class="delivery-filter">
      <SearchDelivery />
      <LayoutChoices />
      <PeriodChoices />
      {isFiltered() && (
        <Button
          look="quiet"
          onClick={() => {
            wanted.value = {};
          }}
        >
          {text.clear}
        </Button>
      )}
    </div>
    <StateChips />
  </div>
);

/** In the order in which they are wanted. */
const CHIPS = [undefined, 'pending', 'homologated', 'differs', 'gone', 'taken-in'] as const;

const StateChips = () => (
  <fieldset class="chip-list">
    <legend class="visually-hidden">{text.filters}</legend>
    {CHIPS.map((state) => (
      <button
        key={state ?? ''}
        type="button"
        class="chip chip-button"
        aria-pressed={wanted.value.state === state}
        onClick={() => want({ state })}
      >
        {state ? text.states[state] : text.all}
      </button>
    ))}
  </fieldset>
);

const LayoutChoices = () => {
  const { spc, slp } = wanted.value;
  const accounts = CATALOGUE.find((each) => each.spc === spc);
  return (
    <>
      <Choice
        id="entregas-prestacao"
        label={text.accounts}
        value={spc ?? ''}
        onChange={(value) => want({ spc: value || undefined, slp: undefined })}
      >
        <option value="">{text.anyAccounts}</option>
        {CATALOGUE.map((each) => (
          <option key={each.spc} value={each.spc}>
            {each.name}
          </option>
        ))}
      </Choice>
      {accounts && (
        <Choice
          id="entregas-layout"
          label={text.layout}
          value={slp ?? ''}
          onChange={(value) => want({ slp: value || undefined })}
        >
          <option value="">{text.anyLayout}</option>
          {accounts.layouts.map((each) => (
            <option key={each.slp} value={each.slp}>
              {each.name}
            </option>
          ))}
        </Choice>
      )}
    </>
  );
};

/** A month alone means nothing to the order of the list: it waits for its year. */
const PeriodChoices = () => {
  const { ano, mes } = wanted.value;
  return (
    <>
      <TextField
        id="entregas-ano"
        label={text.year}
        value={String(ano ?? '')}
        numeric
        onInput={(value) => {
          const year = Number.parseInt(value, 10) || undefined;
          want({ ano: year, ...(year === undefined && { mes: undefined }) });
        }}
      />
      {ano !== undefined && (
        <Choice
          id="entregas-mes"
          label={text.month}
          value={String(mes ?? '')}
          onChange={(value) => want({ mes: Number(value) || undefined })}
        >
          <option value="">{text.anyMonth}</option>
          {MONTHS.map((each) => (
            <option key={each} value={each}>
              {monthName(each)}
            </option>
          ))}
        </Choice>
      )}
    </>
  );
};
