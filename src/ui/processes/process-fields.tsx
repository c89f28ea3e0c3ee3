import { processTypes } from '../../app/processes/choices.ts';
import { masked, nupVerdict } from '../../app/processes/number.ts';
import type { ProcessSession } from '../../app/processes/process-session.ts';
import { TextField } from '../parts/text-field.tsx';
import { processText as text } from '../text/process.ts';
import { SecrecyFields } from './secrecy-fields.tsx';

/** What a process is about, and who may see it. */
export const ProcessFields = ({
  session,
  readOnly,
}: {
  session: ProcessSession;
  readOnly: boolean;
}) => {
  const process = session.process.value;
  return (
    <div class="process-fields">
      <TextField
        id="campo-protocolo"
        label={text.number}
        help={text.numberHelp}
        hint={nupVerdict(process.protocolo) === 'wrong-digits' ? text.wrongDigits : undefined}
        required
        value={process.protocolo}
        maxLength={50}
        readOnly={readOnly || process.nre !== undefined}
        onInput={(protocolo) => session.change((known) => ({ ...known, protocolo }))}
        onLeave={() =>
          session.change((known) =>
            known.nre === undefined && masked(known.protocolo) !== known.protocolo
              ? { ...known, protocolo: masked(known.protocolo) }
              : known,
          )
        }
      />
      <TextField
        id="campo-tipo"
        label={text.kind}
        proposed={processTypes.value}
        value={process.tipo}
        maxLength={100}
        readOnly={readOnly}
        onInput={(tipo) => session.change((known) => ({ ...known, tipo }))}
      />
      <TextField
        id="campo-descricao"
        label={text.description}
        help={text.descriptionHelp}
        required
        value={process.descricao}
        maxLength={100}
        readOnly={readOnly}
        onInput={(descricao) => session.change((known) => ({ ...known, descricao }))}
      />
      <SecrecyFields
        id="campo"
        labels={text}
        value={process}
        disabled={readOnly}
        onChange={({ nivelDeSigilo, hipoteseLegal }) =>
          session.change(({ hipoteseLegal: _, ...known }) => ({
            ...known,
            nivelDeSigilo,
            ...(hipoteseLegal !== undefined && { hipoteseLegal }),
          }))
        }
      />
    </div>
  );
};
