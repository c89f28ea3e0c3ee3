import type { FileToSign } from '../../../app/files-to-sign/files.ts';
import { takeSignedFile } from '../../../app/files-to-sign/take-signed-file.ts';
import { Button } from '../../parts/button.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { SignElsewhere } from '../../parts/sign-elsewhere.tsx';
import { elsewhereText as text } from '../../text/assinar.ts';

interface ElsewhereSheetProps {
  file: FileToSign;
  onClose: () => void;
}

/** The way for keys that cannot come here: hand the file out, take the signed one back if it is that very file. */
export const ElsewhereSheet = ({ file, onClose }: ElsewhereSheetProps) => (
  <Sheet
    title={text.title}
    onClose={onClose}
    actions={<Button onClick={onClose}>{text.close}</Button>}
  >
    <SignElsewhere
      name={file.file.name}
      content={async () => file.file}
      take={(signed) => takeSignedFile(file, signed)}
    />
  </Sheet>
);
