import { useState } from 'preact/hooks';
import { type KnownUnit, tables } from '../../../app/pen/tables.ts';
import { unitsAtHand } from '../../../app/processes/destinations.ts';
import { Button } from '../../parts/button.tsx';
import { Choice } from '../../parts/choice.tsx';
import { Notice } from '../../parts/notice.tsx';
import { TaskForm } from '../../parts/task-form.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { penSettingsText as text } from '../../text/ajustes-pen.ts';
import { useUnitSearch } from '../use-unit-search.ts';

interface UnitSearchProps {
  /** Begins the ids of its fields. */
  id: string;
  onChoose: (unit: KnownUnit) => void;
  /** Where a whole repository may be chosen, too. */
  onChooseAll?: (repository: { id: number; nome: string }) => void;
}

/** Looking for a unit in a repository by its name or number; without a network, among those looked up before. */
export const UnitSearch = ({ id, onChoose, onChooseAll }: UnitSearchProps) => {
  const { repositorios } = tables.value;
  const [repository, setRepository] = useState('');
  const chosen = repositorios.find((each) => String(each.id) === repository);
  const { wanted, type, found, fault, isAsking, search } = useUnitSearch(chosen?.id);
  const atHand = () => unitsAtHand(wanted).filter(({ repositorio }) => repositorio === chosen?.id);
  const shown = fault ? atHand() : found;
  const choose = (unit: KnownUnit) => {
    type('');
    onChoose(unit);
  };
  return (
    <TaskForm onSubmit={() => void search()}>
      <Choice
        id={`${id}-repository`}
        label={text.repository}
        value={repository}
        onChange={setRepository}
      >
        <option value="">{text.choose}</option>
        {repositorios.map((each) => (
          <option key={each.id} value={each.id}>
            {each.nome}
          </option>
        ))}
      </Choice>
      <TextField id={`${id}-unit`} label={text.unitSearch} value={wanted} onInput={type} />
      <div class="actions">
        <Button type="submit" disabled={!chosen || isAsking}>
          {isAsking ? text.searching : text.search}
        </Button>
        {onChooseAll && chosen && (
          <Button look="quiet" onClick={() => onChooseAll(chosen)}>
            {text.allUnits}
          </Button>
        )}
      </div>
      {fault && (
        <Notice tone="warning">
          {fault} {text.offlineUnits}
        </Notice>
      )}
      {shown?.length === 0 && <p>{text.nothingFound}</p>}
      <ul class="plain-list">
        {shown?.map((unit) => (
          <li key={unit.numero} class="actions">
            <span>
              {text.unitName(unit.nome, unit.numero)}
              {!unit.recebe && <span class="soft"> · {text.cannotReceive}</span>}
            </span>
            <Button aria-label={text.chooseUnit(unit.nome)} onClick={() => choose(unit)}>
              {text.pick}
            </Button>
          </li>
        ))}
      </ul>
    </TaskForm>
  );
};
