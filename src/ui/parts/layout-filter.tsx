import { CATALOGUE } from '../../app/catalogue.ts';
import { filterText as text } from '../text/filtro.ts';
import { Choice } from './choice.tsx';

interface LayoutFilterProps {
  /** What the ids of the list's fields begin with. */
  of: string;
  /** `''`: any; `slp` only with `spc`. */
  spc: string;
  slp: string;
  onChange: (chosen: { spc: string; slp: string }) => void;
}

/** The accounts, and of them the layout, to which a list is narrowed down. */
export const LayoutFilter = ({ of, spc, slp, onChange }: LayoutFilterProps) => {
  const accounts = CATALOGUE.find((each) => each.spc === spc);
  return (
    <>
      <Choice
        id={`${of}-prestacao`}
        label={text.accounts}
        value={spc}
        onChange={(value) => onChange({ spc: value, slp: '' })}
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
          id={`${of}-layout`}
          label={text.layout}
          value={slp}
          onChange={(value) => onChange({ spc, slp: value })}
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
