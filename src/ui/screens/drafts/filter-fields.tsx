import { DRAFT_STATES } from '../../../app/drafts/draft-state.ts';
import { Button } from '../../parts/button.tsx';
import { Choice } from '../../parts/choice.tsx';
import { LayoutFilter } from '../../parts/layout-filter.tsx';
import { MonthChoice, YearField } from '../../parts/period-filter.tsx';
import { SearchField } from '../../parts/search-field.tsx';
import { draftsText, draftFilterText as text } from '../../text/rascunhos.ts';
import { type DraftFilter, draftFilter, isFiltered, NO_FILTER } from './draft-filter.ts';

const narrow = (by: Partial<DraftFilter>): void => {
  draftFilter.value = { ...draftFilter.value, ...by };
};

/** By what the list of drafts is narrowed down. */
export const FilterFields = () => {
  const filter = draftFilter.value;
  return (
    <search class="draft-filter" aria-label={text.title}>
      <SearchField
        id="filtro-texto"
        label={text.search}
        help={text.searchHelp}
        value={filter.text}
        onSearch={(words) => narrow({ text: words })}
      />
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
      <LayoutFilter of="filtro" spc={filter.spc} slp={filter.slp} onChange={narrow} />
      <MonthChoice of="filtro" value={filter.mes} onChange={(mes) => narrow({ mes })} />
      <YearField of="filtro" value={filter.ano} onChange={(ano) => narrow({ ano })} />
      {isFiltered(filter) && (
        <Button look="quiet" onClick={() => narrow(NO_FILTER)}>
          {text.clear}
        </Button>
      )}
    </search>
  );
};
