import { hypotheses } from '../../app/processes/choices.ts';
import type { Process, SecrecyLevel } from '../../app/processes/types.ts';
import { Field } from '../parts/field.tsx';
import { SECRECY, processText as text } from '../text/process.ts';

type Secrecy = Pick<Process, 'nivelDeSigilo' | 'hipoteseLegal'>;

interface SecrecyFieldsProps {
  /** Begins the ids of the two fields. */
  id: string;
  labels: { secrecy: string; secrecyHelp: string; basis: string };
  value: Secrecy;
  disabled: boolean;
  onChange: (value: Secrecy) => void;
}

const LEVELS: readonly SecrecyLevel[] = [1, 2, 3];

/** Who may see it, and by which law not everybody. */
export const SecrecyFields = ({ id, labels, value, disabled, onChange }: SecrecyFieldsProps) => {
  const { nivelDeSigilo, hipoteseLegal } = value;
  return (
    <>
      <Field
        id={`${id}-sigilo`}
        label={labels.secrecy}
        errors={nivelDeSigilo === 3 ? [labels.secrecyHelp] : []}
      >
        {(control) => (
          <select
            {...control}
            class="input"
            disabled={disabled}
            value={nivelDeSigilo}
            onChange={({ currentTarget }) => {
              const level = LEVELS.find((one) => one === Number(currentTarget.value)) ?? 1;
              onChange({ ...(level === 2 ? value : {}), nivelDeSigilo: level });
            }}
          >
            {LEVELS.map((level) => (
              <option key={level} value={level}>
                {SECRECY[level]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {nivelDeSigilo === 2 && (
        <Field
          id={`${id}-hipotese`}
          label={labels.basis}
          help={hypotheses.value.length === 0 ? text.noBases : undefined}
          required
        >
          {(control) => (
            <select
              {...control}
              class="input"
              disabled={disabled}
              value={hipoteseLegal ?? ''}
              onChange={({ currentTarget }) =>
                onChange({ nivelDeSigilo, hipoteseLegal: Number(currentTarget.value) })
              }
            >
              {hipoteseLegal === undefined && <option value="">{text.noBasis}</option>}
              {hipoteseLegal !== undefined &&
                !hypotheses.value.some((one) => one.identificacao === hipoteseLegal) && (
                  <option value={hipoteseLegal}>{text.unknownBasis(hipoteseLegal)}</option>
                )}
              {hypotheses.value.map(({ identificacao, nome, baseLegal }) => (
                <option key={identificacao} value={identificacao}>
                  {nome} ({baseLegal})
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
    </>
  );
};
