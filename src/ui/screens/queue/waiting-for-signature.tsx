import { agreedOf } from '../../../app/queue/agreed.ts';
import {
  pdfOf,
  pdfToSign,
  takeSignedHomologation,
} from '../../../app/queue/take-signed-homologation.ts';
import type { QueueEntry } from '../../../app/queue/types.ts';
import { SignElsewhere } from '../../parts/sign-elsewhere.tsx';
import { elsewhereText } from '../../text/assinar.ts';
import { homologationElsewhere } from '../../text/brought-back.ts';
import { queueText as text } from '../../text/fila.ts';
import { ConsentButton } from './consent-button.tsx';

type EntryProps = { entry: QueueEntry };

/** The court's PDF waits for what the person agreed to sign it with, and she may agree to something else. */
export const WaitingForSignature = ({ entry }: EntryProps) => {
  const agreed = agreedOf(entry);
  return (
    <>
      {agreed.kind === 'nothing' && <p>{text.agreedToNothing}</p>}
      {agreed.kind === 'key' && <p>{text.agreedToKey(agreed.name)}</p>}
      {agreed.kind !== 'nothing' && (
        <details open={agreed.kind === 'elsewhere'}>
          <summary>{elsewhereText.title}</summary>
          <HomologationElsewhere entry={entry} />
        </details>
      )}
      <div class="actions">
        <ConsentButton entry={entry} again />
      </div>
    </>
  );
};

/** The court's PDF, handed out and taken back signed. */
export const HomologationElsewhere = ({ entry }: EntryProps) => (
  <SignElsewhere
    name={pdfOf(entry)?.name ?? ''}
    words={homologationElsewhere}
    content={() => pdfToSign(entry)}
    take={(signed) => takeSignedHomologation(entry, signed)}
  />
);
