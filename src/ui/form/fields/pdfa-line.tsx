import { keepsItsClaim } from '../../../app/drafts/pdfa-demand.ts';
import type { Attachment } from '../../../app/form.ts';
import { PdfAAdvice } from '../../parts/pdfa-advice.tsx';
import { pdfaSentence, pdfaText as text } from '../../text/pdfa.ts';

interface PdfALineProps {
  attachment: Attachment;
  /** Whether the field asks for PDF/A. */
  demanded: boolean;
}

/** Under a file: what it says of PDF/A, and how to make one where it is none. */
export const PdfALine = ({ attachment, demanded }: PdfALineProps) => {
  if (!attachment.pdfa && !demanded) return null;
  const isFine = keepsItsClaim(attachment.pdfa);
  return (
    <div class="file-claim">
      <p>
        {demanded && !isFine && <strong>{text.demanded} </strong>}
        {pdfaSentence(attachment)}
      </p>
      {!isFine && <PdfAAdvice />}
    </div>
  );
};
