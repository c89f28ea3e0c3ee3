import type { ProcessSession } from '../../app/processes/process-session.ts';
import type { Person } from '../../app/processes/types.ts';
import { Button } from '../parts/button.tsx';
import { processText as text } from '../text/process.ts';

const NOBODY: Person = { nome: '' };

const fieldId = (n: number) => `campo-interessado-${n}`;

/** To whom the process matters; there is always a line to write one in. */
export const InterestedList = ({
  session,
  readOnly,
}: {
  session: ProcessSession;
  readOnly: boolean;
}) => {
  const { interessados } = session.process.value;
  const shown = interessados.length > 0 ? interessados : [NOBODY];
  const change = (people: Person[]) =>
    session.change((process) => ({ ...process, interessados: people }));
  return (
    <fieldset class="field" aria-describedby="interessados-ajuda">
      <legend class="field-label">{text.interested}</legend>
      {shown.map((person, n) => (
        <div key={n} class="interested">
          <input
            id={fieldId(n)}
            class="input"
            aria-label={text.interestedName(n + 1)}
            autocomplete="off"
            maxLength={150}
            readOnly={readOnly}
            value={person.nome}
            onInput={({ currentTarget }) =>
              change(shown.with(n, { ...person, nome: currentTarget.value }))
            }
          />
          {!readOnly && shown.length > 1 && (
            <Button
              look="quiet"
              aria-label={text.removeInterestedOf(person.nome, n + 1)}
              onClick={() => {
                document.getElementById(fieldId(Math.min(n, shown.length - 2)))?.focus();
                change(shown.toSpliced(n, 1));
              }}
            >
              {text.removeInterested}
            </Button>
          )}
        </div>
      ))}
      <p id="interessados-ajuda" class="field-help">
        {text.interestedHelp}
      </p>
      {!readOnly && (
        <Button look="quiet" onClick={() => change([...shown, NOBODY])}>
          {text.addInterested}
        </Button>
      )}
    </fieldset>
  );
};
