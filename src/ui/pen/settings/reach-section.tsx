import { mayConfigure, type PenSettings, penSettings } from '../../../app/pen/settings.ts';
import { type KnownUnit, rememberUnit, tables } from '../../../app/pen/tables.ts';
import { penSettingsText as text } from '../../text/ajustes-pen.ts';
import { RemovableTable } from './removable-table.tsx';
import { SettingSection } from './setting-section.tsx';
import { UnitSearch } from './unit-search.tsx';
import { useChange } from './use-change.ts';

type ListName = 'allowed' | 'partial';

/** A unit, or (without its number) all of a repository. */
interface Row {
  repositorio: number;
  where: string;
  numero?: string;
  name: string;
}

/** A list of units, and of whole repositories. */
export const ReachSection = ({ list }: { list: ListName }) => {
  const { change, said } = useChange();
  const reaches = penSettings.value[list];
  const rows = reaches.flatMap(({ repositorio, nome, unidades }): Row[] =>
    unidades.length === 0
      ? [{ repositorio, where: nome, name: text.wholeRepository }]
      : unidades.map((unit) => ({
          ...{ repositorio, where: nome, numero: unit.numero },
          name: text.unitName(unit.nome, unit.numero),
        })),
  );
  const addUnit = async ({ repositorio, numero, nome, sigla, recebe }: KnownUnit) => {
    await rememberUnit({ repositorio, numero, nome, sigla, recebe });
    await change((settings) => withUnit(settings, list, { repositorio, numero, nome }));
  };
  return (
    <SettingSection id={`reach-${list}`} title={text[list]} lead={text[`${list}Lead`]} fault={said}>
      <RemovableTable
        columns={[text.unit, text.repository]}
        rows={rows}
        cellsOf={({ name, where }) => [name, where]}
        onRemove={({ repositorio, numero }) =>
          void change((settings) => without(settings, list, repositorio, numero))
        }
      />
      {mayConfigure.value && (
        <UnitSearch
          id={`reach-${list}`}
          onChoose={(unit) => void addUnit(unit)}
          onChooseAll={({ id: repositorio, nome }) =>
            void change((settings) => ({
              ...settings,
              [list]: [
                ...settings[list].filter((each) => each.repositorio !== repositorio),
                { repositorio, nome, unidades: [] },
              ],
            }))
          }
        />
      )}
    </SettingSection>
  );
};

type Unit = PenSettings['allowed'][number]['unidades'][number];

const withUnit = (settings: PenSettings, list: ListName, unit: Unit): PenSettings => {
  const { repositorio, numero } = unit;
  const known = settings[list].find((each) => each.repositorio === repositorio);
  const nome = tables.value.repositorios.find(({ id }) => id === repositorio)?.nome ?? '';
  const others = known?.unidades.filter((each) => each.numero !== numero) ?? [];
  return {
    ...settings,
    [list]: [
      ...settings[list].filter((each) => each.repositorio !== repositorio),
      { repositorio, nome, unidades: [...others, unit] },
    ],
  };
};

const without = (
  settings: PenSettings,
  list: ListName,
  repositorio: number,
  numero: string | undefined,
): PenSettings => ({
  ...settings,
  // The last unit goes with its repository, which would stand for all of its units otherwise.
  [list]: settings[list].flatMap((reach) => {
    if (reach.repositorio !== repositorio) return reach;
    const unidades = reach.unidades.filter((unit) => unit.numero !== numero);
    return unidades.length > 0 ? { ...reach, unidades } : [];
  }),
});
