import type { DeliveryState } from '../../app/deliveries/delivery-list.ts';
import { Choice } from '../parts/choice.tsx';
import { LayoutFilter } from '../parts/layout-filter.tsx';
import { MonthChoice, YearField } from '../parts/period-filter.tsx';
import { SearchField } from '../parts/search-field.tsx';
import { receiptsText as text } from '../text/recibos.ts';

/** What the person wants to see of the receipts; `''` and `undefined` want all. */
export interface ReceiptFilter {
  text: string;
  spc: string;
  slp: string;
  ano: number | undefined;
  mes: number | undefined;
  state: DeliveryState | undefined;
}

export const NO_FILTER: ReceiptFilter = {
  ...{ text: '', spc: '', slp: '' },
  ...{ ano: undefined, mes: undefined, state: undefined },
};

const STATES = ['homologated', 'pending', 'differs', 'gone'] as const;

interface FilterFieldsProps {
  filter: ReceiptFilter;
  onChange: (filter: ReceiptFilter) => void;
}

/** By what the list of receipts is narrowed down. */
export const FilterFields = ({ filter, onChange }: FilterFieldsProps) => {
  const narrow = (by: Partial<ReceiptFilter>) => onChange({ ...filter, ...by });
  return (
    <search class="draft-filter" aria-label={text.title}>
      <SearchField
        id="recibos-texto"
        label={text.search}
        help={text.searchHelp}
        value={filter.text}
        onSearch={(words) => narrow({ text: words })}
      />
      <Choice
        id="recibos-situacao"
        label={text.state}
        value={filter.state ?? ''}
        onChange={(value) => narrow({ state: STATES.find((state) => state === value) })}
      >
        <option value="">{text.anyState}</option>
        {STATES.map((state) => (
          <option key={state} value={state}>
            {text.shortStates[state]}
          </option>
        ))}
      </Choice>
      <LayoutFilter of="recibos" spc={filter.spc} slp={filter.slp} onChange={narrow} />
      <YearField
        of="recibos"
        value={filter.ano}
        onChange={(ano) => narrow({ ano, mes: undefined })}
      />
      {filter.ano !== undefined && (
        <MonthChoice of="recibos" value={filter.mes} onChange={(mes) => narrow({ mes })} />
      )}
    </search>
  );
};
