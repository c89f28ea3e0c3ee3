import { Button } from '../../parts/button.tsx';
import { LayoutFilter } from '../../parts/layout-filter.tsx';
import { MonthChoice, YearField } from '../../parts/period-filter.tsx';
import { deliveryListText as text } from '../../text/entregas-no-tribunal.ts';
import { isFiltered, want, wanted } from './delivery-filter.ts';
import { SearchDelivery } from './search-delivery.tsx';

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
  const { spc = '', slp = '' } = wanted.value;
  return (
    <LayoutFilter
      {...{ of: 'entregas', spc, slp }}
      onChange={(chosen) => want({ spc: chosen.spc || undefined, slp: chosen.slp || undefined })}
    />
  );
};

/** A month alone means nothing to the order of the list: it waits for its year. */
const PeriodChoices = () => {
  const { ano, mes } = wanted.value;
  return (
    <>
      <YearField
        of="entregas"
        value={ano}
        onChange={(year) => want({ ano: year, ...(year === undefined && { mes: undefined }) })}
      />
      {ano !== undefined && (
        <MonthChoice of="entregas" value={mes} onChange={(month) => want({ mes: month })} />
      )}
    </>
  );
};
