import { useRef, useState } from 'preact/hooks';
import { takeSignedElsewhere } from '../../../app/files-to-sign/elsewhere.ts';
import type { FileToSign } from '../../../app/files-to-sign/files.ts';
import { Button } from '../../parts/button.tsx';
import { download } from '../../parts/download.ts';
import { Notice } from '../../parts/notice.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { ELSEWHERE_FAULTS, elsewhereText as text } from '../../text/assinar.ts';

interface ElsewhereSheetProps {
  file: FileToSign;
  onClose: () => void;
}

/** The way for keys that cannot come here: hand the file out, take the signed one back if it is that very file. */
export const ElsewhereSheet = ({ file, onClose }: ElsewhereSheetProps) => {
  const input = useRef<HTMLInputElement>(null);
  const [checking, setChecking] = useState(false);
  const [fault, setFault] = useState<string>();
  const [signers, setSigners] = useState<string[]>();

  const take = async ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
    const [signed] = currentTarget.files ?? [];
    currentTarget.value = '';
    if (!signed) return;
    setChecking(true);
    const taken = await takeSignedElsewhere(file, signed);
    setChecking(false);
    setFault(taken.ok ? undefined : ELSEWHERE_FAULTS[taken.error]);
    setSigners(
      taken.ok ? taken.value.map(({ certificate }) => certificate.holder.name) : undefined,
    );
  };

  return (
    <Sheet
      title={text.title}
      onClose={onClose}
      actions={
        <Button look={signers ? 'primary' : 'secondary'} onClick={onClose}>
          {text.close}
        </Button>
      }
    >
      <ol class="stack">
        <li>
          <p>{text.saveFirst}</p>
          <Button onClick={() => download(file.file, file.file.name)}>
            {text.save(file.file.name)}
          </Button>
        </li>
        <li>
          <p>{text.signThere}</p>
        </li>
        <li>
          <p>{text.bringBack}</p>
          <Button
            look={signers ? 'secondary' : 'primary'}
            disabled={checking}
            onClick={() => input.current?.click()}
          >
            {checking ? text.checking : text.choose}
          </Button>
          <input ref={input} type="file" hidden onChange={(event) => void take(event)} />
        </li>
      </ol>
      {fault && <Notice tone="danger">{fault}</Notice>}
      {signers && <Notice tone="success">{text.accepted(signers.join(', '))}</Notice>}
    </Sheet>
  );
};
