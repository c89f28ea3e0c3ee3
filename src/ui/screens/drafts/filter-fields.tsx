import { useEffect, useState } from 'preact/hooks';
import { CATALOGUE } from '../../../app/catalogue.ts';
import { DRAFT_STATES } from '../../../app/drafts/draft-state.ts';
import { Button } from '../../parts/button.tsx';
import { Choice } from '../../parts/choice.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { draftsText, draftFilterText as text } from '../../text/rascunhos.ts';
import { monthName } from '../../text/units.ts';
import { type DraftFilter, draftFilter, isFiltered, NO_FILTER } from './draft-filter.ts';

/** The search begins once nothing was typed for so long. */
const PAUSE_MS = 300;

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

const narrow = (by: Partial<DraftFilter>): void => {
  draftFilter.value = { ...draftFilter.value, ...by };
};

/** By what the list of drafts is narrowed down. */
export const FilterFields = () => {
  const filter = draftFilter.value;
  const accounts = CATALOGUE.find(({ spc }) => spc === filter.spc);
  return (
    <search class="draft-filter" aria-label={text.title}>
      <SearchField />
      <Choice
        id="filtro-situacao"
        label={text.state}
        value={filter.state ?? ''}
        onChange={(value) => narrow({ state: DRAFT_STATES.find((state) => state === value) })}
      >
        <option value="">{text.anyState}</option>
        {DRAFT_STATES.map((state) => (
          <option key={state} value={state}>
            {draftsText.states[state]}
          </option>
        ))}
      </Choice>
      <Choice
        id="filtro-prestacao"
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
          id="filtro-layout"
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
      <Choice
        id="filtro-mes"
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
      <TextField
        id="filtro-ano"
        label={text.year}
        value={String(filter.ano ?? '')}
        numeric
        onInput={(ano) => narrow({ ano: Number.parseInt(ano, 10) || undefined })}
      />
      {isFiltered(filter) && (
        <Button look="quiet" onClick={() => narrow(NO_FILTER)}>
          {text.clear}
        </Button>
      )}
    </search>
  );
};

const SearchField = () => {
  const [typed, setTyped] = useState(draftFilter.value.text);
  const applied = draftFilter.value.text;
  useEffect(() => setTyped(applied), [applied]);
  useEffect(() => {
    const pause = setTimeout(() => {
      if (typed !== draftFilter.value.text) narrow({ text: typed });
    }, PAUSE_MS);
    return () => clearTimeout(pause);
  }, [typed]);
  return (
    <TextField
      id="filtro-texto"
      label={text.search}
      help={text.searchHelp}
      value={typed}
      onInput={setTyped}
    />
  );
};
