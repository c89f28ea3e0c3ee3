import { useState } from 'preact/hooks';
import { agreeToAll } from '../../app/homologation/run.ts';
import type { QueueEntry } from '../../app/queue/types.ts';
import { key } from '../../app/state.ts';
import { SigningCertificate } from '../certificate/signing-certificate.tsx';
import { usePreflight } from '../certificate/use-preflight.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { STORAGE_FULL } from '../text/armazenamento.ts';
import { homologateText as text } from '../text/homologar.ts';
import { draftText } from '../text/rascunho.ts';
import { nameOf } from './name-of.ts';

interface ConsentSheetProps {
  /** As they are when the sheet opens: what comes into the list later was not agreed to. */
  entries: readonly QueueEntry[];
  /** `refused`: how many did not ask for the word any more. */
  onAgreed: (refused: number) => void;
  onClose: () => void;
}

/** One consent for the whole list: what exactly, with whose certificate, what it causes. */
export const ConsentSheet = ({ entries: chosen, onAgreed, onClose }: ConsentSheetProps) => {
  const [entries] = useState(chosen);
  const [isFull, setFull] = useState(false);
  const { checks, allowed, stillAllowed } = usePreflight();
  const state = key.value;
  const count = entries.length;
  const agree = async () => {
    if (state.kind !== 'unlocked' || !(await stillAllowed())) return;
    const agreed = await agreeToAll(entries, state.certificate);
    if (!agreed.ok) return setFull(true);
    onAgreed(agreed.value.length);
  };
  return (
    <Sheet
      title={text.consentTitle(count)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button look="primary" disabled={!allowed} onClick={() => void agree()}>
            {text.consentNow(count)}
          </Button>
        </>
      }
    >
      <div class="stack">
        <p>{text.consentLead}</p>
        <ol class="agreed-list">
          {entries.map((entry) => (
            <li key={entry.id}>
              {nameOf(entry)}
              <div class="mono small">{entry.progress.finalBody?.sha256}</div>
            </li>
          ))}
        </ol>
        <SigningCertificate checks={checks} needKey={draftText.needKey} />
        {state.kind === 'unlocked' && (
          <p>
            <strong>{text.consent(count, state.certificate.holder.name)}</strong>
          </p>
        )}
        <p class="soft">{text.elsewhere}</p>
        {isFull && <Notice tone="danger">{STORAGE_FULL}</Notice>}
      </div>
    </Sheet>
  );
};
