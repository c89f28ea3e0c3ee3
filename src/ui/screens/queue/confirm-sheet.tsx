import { layoutName } from '../../../app/catalogue.ts';
import { agree } from '../../../app/queue/agreed.ts';
import { pdfOf } from '../../../app/queue/take-signed-homologation.ts';
import type { QueueEntry } from '../../../app/queue/types.ts';
import { key } from '../../../app/state.ts';
import { SigningCertificate } from '../../certificate/signing-certificate.tsx';
import { usePreflight } from '../../certificate/use-preflight.ts';
import { Button } from '../../parts/button.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { deliveriesText } from '../../text/entregas.ts';
import { queueText as text } from '../../text/fila.ts';
import { draftText } from '../../text/rascunho.ts';
import { showPeriod } from '../../text/units.ts';
import { SaveFile } from '../deliveries/save-file.tsx';
import { doOrTell } from './do-or-tell.tsx';

interface ConfirmSheetProps {
  entry: QueueEntry;
  onClose: () => void;
}

/** Before the homologation: what it is, by whose certificate or with another program, and that it cannot be undone. */
export const ConfirmSheet = ({ entry, onClose }: ConfirmSheetProps) => {
  const { frozen, progress } = entry;
  const { checks, allowed, stillAllowed } = usePreflight();
  const state = key.value;
  const pdf = pdfOf(entry);
  const consent = async (by: Parameters<typeof agree>[1]) => {
    await doOrTell(agree(entry, by));
    onClose();
  };
  const confirm = async () => {
    if (state.kind === 'unlocked' && (await stillAllowed())) await consent(state.certificate);
  };
  return (
    <Sheet
      title={text.confirmTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text.close}</Button>
          <Button look="primary" disabled={!allowed} onClick={() => void confirm()}>
            {text.confirmNow}
          </Button>
        </>
      }
    >
      <div class="stack">
        <p>{text.confirmLead}</p>
        <dl class="facts">
          <dt>{deliveriesText.layout}</dt>
          <dd>
            {layoutName(frozen)}, {showPeriod(frozen)}
          </dd>
          <dt>{deliveriesText.courtId}</dt>
          <dd>{progress.delivery?.id}</dd>
          <dt>{deliveriesText.recibo}</dt>
          <dd class="mono">{progress.delivery?.recibo}</dd>
          <dt>{draftText.hash}</dt>
          <dd class="mono">{progress.finalBody?.sha256}</dd>
        </dl>
        {pdf && (
          <div class="actions">
            <SaveFile label={text.seePdf} name={pdf.name} sha256={pdf.sha256} />
          </div>
        )}
        <SigningCertificate checks={checks} needKey={draftText.needKey} />
        <p>{text.confirmElsewhereLead}</p>
        <div class="actions">
          <Button onClick={() => void consent('another-program')}>{text.confirmElsewhere}</Button>
        </div>
      </div>
    </Sheet>
  );
};
