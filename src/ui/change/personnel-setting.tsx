import { useEffect, useState } from 'preact/hooks';
import {
  choosePersonnelWay,
  PERSONNEL_WAYS,
  type PersonnelWay,
  personnelWay,
} from '../../app/change/way-to-reopen.ts';
import { ambiente } from '../../app/state.ts';
import { Notice } from '../parts/notice.tsx';
import { settingsText } from '../text/ajustes.ts';
import { personnelText as text } from '../text/mudar-entrega.ts';

/** How the office has homologated personnel and payroll changed in the environment in use: nobody can look the rule up. */
export const PersonnelSetting = () => {
  const where = ambiente.value?.id;
  const [way, setWay] = useState<PersonnelWay>();
  const [isKept, setKept] = useState(true);
  useEffect(() => {
    if (where !== undefined) void personnelWay(where).then(setWay);
  }, [where]);
  if (where === undefined || way === undefined) return null;
  const choose = async (chosen: PersonnelWay) => {
    const saved = await choosePersonnelWay(where, chosen);
    setKept(saved.ok);
    if (saved.ok) setWay(chosen);
  };
  return (
    <section class="card stack">
      <fieldset class="radio-list">
        <legend class="field-label">{text.title}</legend>
        <p class="soft small">{text.lead}</p>
        {PERSONNEL_WAYS.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="retificacao-pessoal"
              checked={way === each}
              onChange={() => void choose(each)}
            />{' '}
            {text.ways[each]}
          </label>
        ))}
      </fieldset>
      {!isKept && <Notice tone="danger">{settingsText.notSaved}</Notice>}
    </section>
  );
};
