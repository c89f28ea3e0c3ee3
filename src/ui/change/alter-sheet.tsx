import { useEffect, useState } from 'preact/hooks';
import { asksReason, beginAlteration, type Reason } from '../../app/change/begin.ts';
import type { Delivery } from '../../app/change/types.ts';
import { ReferredBy } from '../links/referred-by.tsx';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { goTo } from '../router.ts';
import { CREATE_FAULTS } from '../text/faults.ts';
import { linkText } from '../text/ligacoes.ts';
import { changeText as text } from '../text/mudar-entrega.ts';

interface AlterSheetProps {
  content: Delivery;
  /** `waits`: for a request that opens it again. `homologated`: it is altered as it is. */
  now: 'open' | 'waits' | 'homologated';
  onClose: () => void;
}

/** Before an alteration is begun: what it will do, and why it is made where the layout asks for that. */
export const AlterSheet = ({ content, now, onClose }: AlterSheetProps) => {
  const [asks, setAsks] = useState<boolean>();
  const [reason, setReason] = useState<Reason>({ codTipoEnvio: 3, text: '' });
  const [fault, setFault] = useState<string>();
  const [missing, setMissing] = useState(false);
  useEffect(() => {
    void asksReason(content).then((found) => {
      if (found.ok) setAsks(found.value);
      else setFault(CREATE_FAULTS[found.error]);
    });
  }, [content.id]);

  const begin = async () => {
    if (asks && reason.text.trim() === '') return setMissing(true);
    const begun = await beginAlteration(content, asks ? reason : undefined);
    if (!begun.ok) return setFault(CREATE_FAULTS[begun.error]);
    onClose();
    goTo({ screen: 'rascunhos', id: begun.value });
  };

  return (
    <Sheet
      title={text.alterTitle(content.courtId)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button look="primary" disabled={asks === undefined} onClick={() => void begin()}>
            {text.beginAlter}
          </Button>
        </>
      }
    >
      <div class="stack">
        {fault && <Notice tone="danger">{fault}</Notice>}
        <p>
          {text.alterLead} {text.alterChecks(now)}
        </p>
        <ReferredBy
          delivery={{ ...content, contents: [content.id] }}
          lead={linkText.referredByKept}
        />
        {now === 'waits' && <Notice tone="info">{text.alterWaits}</Notice>}
        {now === 'homologated' && <Notice tone="warning">{text.alterHomologated}</Notice>}
        {content.files.length > 0 && <p>{text.alterFiles}</p>}
        {asks && (
          <>
            <fieldset class="radio-list">
              <legend class="field-label">{text.kind}</legend>
              {([2, 3] as const).map((codTipoEnvio) => (
                <label key={codTipoEnvio}>
                  <input
                    type="radio"
                    name="alterar-tipo"
                    checked={reason.codTipoEnvio === codTipoEnvio}
                    onChange={() => setReason({ ...reason, codTipoEnvio })}
                  />{' '}
                  {text.kinds[codTipoEnvio]}
                </label>
              ))}
            </fieldset>
            <Field
              id="alterar-motivo"
              label={text.reason}
              help={text.reasonHelp}
              required
              errors={missing ? [text.reasonMissing] : []}
            >
              {(control) => (
                <textarea
                  {...control}
                  class="input"
                  rows={3}
                  value={reason.text}
                  onInput={({ currentTarget }) => {
                    setReason({ ...reason, text: currentTarget.value });
                    setMissing(false);
                  }}
                />
              )}
            </Field>
          </>
        )}
      </div>
    </Sheet>
  );
};
