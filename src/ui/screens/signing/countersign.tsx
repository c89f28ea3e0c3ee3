import { useState } from 'preact/hooks';
import { isSigning } from '../../../app/files-to-sign/batch.ts';
import type { FileToSign } from '../../../app/files-to-sign/files.ts';
import type { SignatureReport } from '../../../app/files-to-sign/report.ts';
import { Button } from '../../parts/button.tsx';
import { goTo } from '../../router.ts';
import { reportText as text } from '../../text/signature-report.ts';
import { SignSheet } from './sign-sheet.tsx';

interface CountersignProps {
  file: FileToSign;
  /** In the order of the file, from 0. */
  place: number;
  signature: SignatureReport;
}

/** Signs somebody's signature; what comes of it stands in the list of files. */
export const Countersign = ({ file, place, signature: { signer } }: CountersignProps) => {
  const [open, setOpen] = useState(false);
  const name = signer?.holder.name ?? text.unknownSigner;
  return (
    <div class="no-print">
      <Button
        look="quiet"
        disabled={isSigning.value}
        aria-label={text.countersignOf(name)}
        onClick={() => setOpen(true)}
      >
        {text.countersign}
      </Button>
      {open && (
        <SignSheet
          files={[file]}
          act={{ kind: 'counter-sign', place }}
          onSigning={() => goTo({ screen: 'assinar' })}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
};
