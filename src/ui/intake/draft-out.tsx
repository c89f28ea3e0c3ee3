import { useState } from 'preact/hooks';
import type { DraftSession } from '../../app/drafts/draft-session.ts';
import { copyDraft, isCorrection } from '../../app/intake/copy-draft.ts';
import { Button } from '../parts/button.tsx';
import { copyText, exportText } from '../text/trazer.ts';
import { CopySheet } from './copy-sheet.tsx';
import { ExportSheet } from './export-sheet.tsx';

/** What else can be made of a draft: a file, or a draft of another month. */
export const DraftOut = ({ session }: { session: DraftSession }) => {
  const [open, setOpen] = useState<'export' | 'copy'>();
  const close = () => setOpen(undefined);
  return (
    <>
      <Button look="quiet" onClick={() => setOpen('export')}>
        {exportText.export}
      </Button>
      <Button look="quiet" onClick={() => setOpen('copy')}>
        {copyText.copy}
      </Button>
      {open === 'export' && <ExportSheet session={session} onClose={close} />}
      {open === 'copy' && (
        <CopySheet
          title={copyText.copyTitle}
          lead={copyText.copyLead}
          from={session.draft.value}
          asksKind={isCorrection(session.document.value)}
          make={(to, keepsKind) => copyDraft(session, to, keepsKind)}
          onClose={close}
        />
      )}
    </>
  );
};
