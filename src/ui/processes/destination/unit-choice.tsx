import { useState } from 'preact/hooks';
import { rememberUnit } from '../../../app/pen/tables.ts';
import { repositories, unitsAtHand } from '../../../app/processes/destinations.ts';
import type { KnownUnit } from '../../../app/processes/types.ts';
import { Button } from '../../parts/button.tsx';
import { Choice } from '../../parts/choice.tsx';
import { Notice } from '../../parts/notice.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useUnitSearch } from '../../pen/use-unit-search.ts';
import { destinationText as text } from '../../text/destination.ts';

interface UnitChoiceProps {
  chosen: KnownUnit | undefined;
  onChoose: (unit: KnownUnit) => void;
}

/** A unit by its name, its initials or its number: asked of the platform, or one that was looked up before. */
export const UnitChoice = ({ chosen, onChoose }: UnitChoiceProps) => {
  const [wantedRepository, setRepository] = useState<number>();
  // The platform's tables may come while the sheet is open.
  const repository = wantedRepository ?? repositories()[0]?.id;
  const { wanted, type, found, fault, isAsking, search } = useUnitSearch(repository);
  const shown = found ?? unitsAtHand(wanted);
  const choose = (unit: KnownUnit) => {
    onChoose(unit);
    void rememberUnit(unit);
  };

  return (
    <div class="stack">
      {repositories().length > 0 && (
        <Choice
          id="campo-repositorio"
          label={text.repository}
          value={`${repository}`}
          onChange={(id) => setRepository(Number(id))}
        >
          {repositories().map(({ id, nome }) => (
            <option key={id} value={id}>
              {nome}
            </option>
          ))}
        </Choice>
      )}
      <TextField
        id="campo-unidade"
        label={text.unit}
        help={text.unitHelp}
        value={wanted}
        onInput={type}
        onEnter={() => void search()}
      />
      <Button
        disabled={isAsking || repository === undefined || wanted.trim() === ''}
        onClick={() => void search()}
      >
        {isAsking ? text.searching : text.search}
      </Button>
      {fault && (
        <Notice tone="warning">
          {fault} {text.usedBelow}
        </Notice>
      )}
      <fieldset class="field">
        <legend class="field-label">{found ? text.found(found.length) : text.atHand}</legend>
        {shown.length === 0 && <p class="soft small">{found ? text.nothing : text.noneAtHand}</p>}
        <div class="link-list radio-list">
          {shown.map((unit) => (
            <label key={`${unit.repositorio} ${unit.numero}`} class="unit">
              <input
                type="radio"
                name="unidade"
                disabled={!unit.recebe}
                checked={chosen?.repositorio === unit.repositorio && chosen.numero === unit.numero}
                onChange={() => choose(unit)}
              />
              <span>
                {unit.nome}{' '}
                <span class="soft small">({text.unitNumber(unit.sigla, unit.numero)})</span>
                {!unit.recebe && <span class="small"> {text.receivesNothing}</span>}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
    </div>
  );
};
