import { useEffect, useState } from 'preact/hooks';
import { CATALOGUE } from '../../app/catalogue.ts';
import type { DeliveryState } from '../../app/deliveries/delivery-list.ts';
import { Choice } from '../parts/choice.tsx';
import { TextField } from '../parts/text-field.tsx';
import { receiptsText as text } from '../text/recibos.ts';
import { monthName } from '../text/units.ts';

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
const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);
/** The search begins once nothing was typed for so long. */
const PAUSE_MS = 300;

interface FilterFieldsProps {
  filter: ReceiptFilter;
  onChange: (filter: ReceiptFilter) => void;
}

/** By what the list of receipts is narrowed down. */
export const FilterFields = ({ filter, onChange }: FilterFieldsProps) => {
  const narrow = (by: Partial<ReceiptFilter>) => onChange({ ...filter, ...by });
  const accounts = CATALOGUE.find(({ spc }) => spc === filter.spc);
  return (
    <search class="draft-filter" aria-label={text.title}>
      <SearchField onSearch={(words) => words !== filter.text && narrow({ text: words })} />
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
      <Choice
        id="recibos-prestacao"
        label={text.accounts}
        value={filter.spc}
        onChange={(spc) => narrow({ spc, slp: '' })}
      >
        <option value="">{text.anyAccounts}</option>
        {CATALOGUE.map(({ spc, name }) => (
          <option key={spc} value={spc}>
            {name}
          </option>
        ))}
      </Choice>
      {accounts && (
        <Choice
          id="recibos-layout"
          label={text.layout}
          value={filter.slp}
          onChange={(slp) => narrow({ slp })}
        >
          <option value="">{text.anyLayout}</option>
          {accounts.layouts.map(({ slp, name }) => (
            <option key={slp} value={slp}>
              {name}
            </option>
          ))}
        </Choice>
      )}
      <TextField
        id="recibos-ano"
        label={text.year}
        numeric
        value={String(filter.ano ?? '')}
        onInput={(ano) => narrow({ ano: Number.parseInt(ano, 10) || undefined, mes: undefined })}
      />
      {filter.ano !== undefined && (
        <Choice
          id="recibos-mes"
          label={text.month}
          value={String(filter.mes ?? '')}
          onChange={(mes) => narrow({ mes: Number(mes) || undefined })}
        >
          <option value="">{text.anyMonth}</option>
          {MONTHS.map((mes) => (
            <option key={mes} value={mes}>
              {monthName(mes)}
            </option>
          ))}
        </Choice>
      )}
    </search>
  );
};

const SearchField = ({ onSearch }: { onSearch: (words: string) => void }) => {
  const [typed, setTyped] = useState('');
  useEffect(() => {
    const pause = setTimeout(() => onSearch(typed), PAUSE_MS);
    return () => clearTimeout(pause);
  }, [typed]);
  return (
    <TextField
      id="recibos-texto"
      label={text.search}
      help={text.searchHelp}
      value={typed}
      onInput={setTyped}
    />
  );
};
