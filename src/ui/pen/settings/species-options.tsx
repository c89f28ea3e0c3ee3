import { tables } from '../../../app/pen/tables.ts';

/** The platform's kinds of document to choose from. */
export const SpeciesOptions = () => (
  <>
    {tables.value.especies.map(({ codigo, nome }) => (
      <option key={codigo} value={codigo}>
        {nome}
      </option>
    ))}
  </>
);

export const speciesName = (codigo: number): string =>
  tables.value.especies.find((each) => each.codigo === codigo)?.nome ?? String(codigo);
