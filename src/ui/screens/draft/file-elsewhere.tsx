import { type DraftSession, filesOf } from '../../../app/drafts/draft-session.ts';
import { needsSignature } from '../../../app/drafts/sign-files.ts';
import { fileToSign, takeSignedAttachment } from '../../../app/drafts/take-signed-attachment.ts';
import type { Attachment } from '../../../app/form.ts';
import { SignElsewhere } from '../../parts/sign-elsewhere.tsx';
import { elsewhereText as text } from '../../text/assinar.ts';

interface FileElsewhereProps {
  session: DraftSession;
  attachment: Attachment;
  /** After the last file that had to be signed. */
  onAllSigned: () => void;
}

/** Folded under a file to sign: the way for a key that cannot come here. */
export const FileElsewhere = ({ session, attachment, onAllSigned }: FileElsewhereProps) => (
  <details>
    <summary>{text.title}</summary>
    <SignElsewhere
      name={attachment.chosen.name}
      content={() => fileToSign(attachment)}
      take={async (signed) => {
        const taken = await takeSignedAttachment(session, attachment, signed);
        if (!filesOf(session).some(needsSignature)) onAllSigned();
        return taken;
      }}
    />
  </details>
);
