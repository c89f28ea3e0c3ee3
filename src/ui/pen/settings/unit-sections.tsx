import { useState } from 'preact/hooks';
import { mayConfigure, penSettings } from '../../../app/pen/settings.ts';
import { type KnownUnit, rememberUnit } from '../../../app/pen/tables.ts';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { penSettingsText as text } from '../../text/ajustes-pen.ts';
import { RemovableTable } from './removable-table.tsx';
import { SettingSection } from './setting-section.tsx';
import { UnitSearch } from './unit-search.tsx';
import { useChange } from './use-change.ts';

/** The unit that takes in what was sent to none that is known here. */
export const ReceivingUnitSection = () => {
  const { receivingUnit } = penSettings.value;
  const { change, said } = useChange();
  const choose = async (unit: KnownUnit) => {
    await rememberUnit(unit);
    const { repositorio, numero, nome } = unit;
    await change((settings) => ({ ...settings, receivingUnit: { repositorio, numero, nome } }));
  };
  return (
    <SettingSection
      id="receiving-unit"
      title={text.receivingUnit}
      lead={text.receivingUnitLead}
      fault={said}
    >
      <p>
        <strong>
          {receivingUnit
            ? text.unitName(receivingUnit.nome, receivingUnit.numero)
            : text.noReceivingUnit}
        </strong>
      </p>
      {receivingUnit && mayConfigure.value && (
        <div>
          <Button onClick={() => void change(({ receivingUnit: _, ...settings }) => settings)}>
            {text.dropReceivingUnit}
          </Button>
        </div>
      )}
      {mayConfigure.value && (
        <UnitSearch id="receiving-unit" onChoose={(unit) => void choose(unit)} />
      )}
    </SettingSection>
  );
};

/** What other units are known to refuse for its size. */
export const LargestThereSection = () => {
  const { largestByUnit } = penSettings.value;
  const [mb, setMb] = useState('');
  const [isBad, setBad] = useState(false);
  const { change, said } = useChange();
  const isSame = (a: KnownUnit | (typeof largestByUnit)[number], b: typeof a) =>
    a.repositorio === b.repositorio && a.numero === b.numero;
  const add = async (unit: KnownUnit) => {
    const size = Number(mb);
    const isWrong = !Number.isInteger(size) || size < 1;
    setBad(isWrong);
    if (isWrong) return;
    await rememberUnit(unit);
    const { repositorio, numero, nome } = unit;
    await change((settings) => ({
      ...settings,
      largestByUnit: [
        ...settings.largestByUnit.filter((each) => !isSame(each, unit)),
        { repositorio, numero, nome, mb: size },
      ],
    }));
  };
  return (
    <SettingSection
      id="largest-there"
      title={text.largestThere}
      lead={text.largestThereLead}
      fault={said}
    >
      <RemovableTable
        columns={[text.unit, text.limitMb]}
        rows={largestByUnit}
        cellsOf={(each) => [text.unitName(each.nome, each.numero), text.mb(each.mb)]}
        onRemove={(gone) =>
          void change((settings) => ({
            ...settings,
            largestByUnit: settings.largestByUnit.filter((each) => !isSame(each, gone)),
          }))
        }
      />
      {mayConfigure.value && (
        <>
          <TextField
            id="largest-there-mb"
            label={text.limitMb}
            numeric
            fault={isBad ? text.badNumber(1, 100_000) : undefined}
            value={mb}
            onInput={setMb}
          />
          <UnitSearch id="largest-there-unit" onChoose={(unit) => void add(unit)} />
        </>
      )}
    </SettingSection>
  );
};
