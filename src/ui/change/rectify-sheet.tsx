import { useState } from 'preact/hooks';
import { periodFault } from '../../app/catalogue.ts';
import { beginRectification, LONGEST_REASON } from '../../app/change/begin.ts';
import type { Delivery } from '../../app/change/types.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { goTo } from '../router.ts';
import { MonthFields, newestPeriod } from '../screens/period-fields.tsx';
import { CREATE_FAULTS } from '../text/faults.ts';
import { changeText as text } from '../text/mudar-entrega.ts';
import { PERIOD_FAULTS } from '../text/rascunhos.ts';

interface RectifySheetProps {
  content: Delivery;
  onClose: () => void;
}

/** Before a rectification of LIC is begun: its three steps, the month and the reason of the request. */
export const RectifySheet = ({ content, onClose }: RectifySheetProps) => {
  const [month, setMonth] = useState(() => {
    const { mes, ano } = newestPeriod();
    return { mes, ano };
  });
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string>();
  const [reasonFault, setReasonFault] = useState<string>();

  const begin = async () => {
    const wrong = periodFault(month.mes, month.ano);
    if (wrong) return setFault(PERIOD_FAULTS[wrong]);
    if (reason.trim() === '') return setReasonFault(text.reasonMissing);
    if (reason.length > LONGEST_REASON) return setReasonFault(text.rectifyTooLong);
    const begun = await beginRectification(content, { ...month, reason });
    if (!begun.ok) return setFault(CREATE_FAULTS[begun.error]);
    onClose();
    goTo({ screen: 'rascunhos', id: begun.value });
  };

  return (
    <Sheet
      title={text.rectifyTitle(content.courtId)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button look="primary" onClick={() => void begin()}>
            {text.beginRectify}
          </Button>
        </>
      }
    >
      <div class="stack">
        {fault && <Notice tone="danger">{fault}</Notice>}
        <p>{text.rectifyLead}</p>
        <ol>
          {text.rectifySteps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <fieldset class="field">
          <legend class="field-label">{text.rectifyMonth}</legend>
          <MonthFields id="retificar" value={month} onChange={setMonth} />
          <p class="field-help">{text.rectifyMonthHelp}</p>
        </fieldset>
        <Field
          id="retificar-motivo"
          label={text.rectifyReason}
          help={text.rectifyReasonHelp(LONGEST_REASON - reason.length)}
          required
          errors={reasonFault ? [reasonFault] : []}
        >
          {(control) => (
            <textarea
              {...control}
              class="input"
              rows={3}
              value={reason}
              onInput={({ currentTarget }) => {
                setReason(currentTarget.value);
                setReasonFault(undefined);
              }}
            />
          )}
        </Field>
        <p class="soft small">{text.rectifyCode}</p>
      </div>
    </Sheet>
  );
};
