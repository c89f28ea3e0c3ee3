import { LONGEST_JUSTIFICATION } from '../../app/pen/answer-tramite.ts';
import type { WrittenRefusal } from '../../app/pen/refusals.ts';
import type { MotivoDaRecusa } from '../../app/pen/types.ts';
import { Choice } from '../parts/choice.tsx';
import { Field } from '../parts/field.tsx';
import { MOTIVOS, answerText as text } from '../text/tramites.ts';

interface RefusalFormProps {
  refusal: WrittenRefusal;
  onChange: (refusal: WrittenRefusal) => void;
}

const CODES: readonly MotivoDaRecusa[] = ['01', '02', '03', '04', '99'];

/** The code of a refusal, and the words for the other body. */
export const RefusalForm = ({ refusal, onChange }: RefusalFormProps) => (
  <div class="stack">
    <p class="small soft">{text.refuseHelp}</p>
    <Choice
      id="campo-motivo"
      label={text.motivo}
      value={refusal.motivo}
      onChange={(value) =>
        onChange({ ...refusal, motivo: CODES.find((code) => code === value) ?? '99' })
      }
    >
      {CODES.map((code) => (
        <option key={code} value={code}>
          {MOTIVOS[code]}
        </option>
      ))}
    </Choice>
    <Field
      id="campo-justificativa"
      label={text.justification}
      help={text.justificationHelp(LONGEST_JUSTIFICATION - refusal.justificativa.length)}
    >
      {(control) => (
        <textarea
          {...control}
          class="input"
          rows={4}
          maxLength={LONGEST_JUSTIFICATION}
          value={refusal.justificativa}
          onInput={({ currentTarget }) =>
            onChange({ ...refusal, justificativa: currentTarget.value })
          }
        />
      )}
    </Field>
  </div>
);
