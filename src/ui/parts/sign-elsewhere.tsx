import { useState } from 'preact/hooks';
import type { Result } from '../../base/result.ts';
import { elsewhereText as text } from '../text/assinar.ts';
import { BROUGHT_BACK_FAULTS, type BroughtBackFault } from '../text/brought-back.ts';
import { formText } from '../text/form.ts';
import { Button } from './button.tsx';
import { download } from './download.ts';
import { Notice } from './notice.tsx';

interface SignElsewhereProps {
  /** Name under which the file is handed out. */
  name: string;
  /** How the first two steps are told, where another way than for any file. */
  words?: { saveFirst: string; save: (name: string) => string; signThere: string };
  /** The file to sign; absent where it is no longer kept here. */
  content: () => Promise<Blob | undefined>;
  /** Takes the signed file once it is proven to be that very file; gives the signers' names. */
  take: (signed: File) => Promise<Result<string, BroughtBackFault>>;
}

/** For keys that cannot come here: hand the file out, take the signed one back. */
export const SignElsewhere = ({ name, words = text, content, take }: SignElsewhereProps) => {
  const [checking, setChecking] = useState(false);
  const [fault, setFault] = useState<BroughtBackFault>();
  const [signers, setSigners] = useState<string>();

  const save = async () => {
    const file = await content();
    if (file) download(file, name);
    else setFault('file-missing');
  };

  const bring = async (input: HTMLInputElement) => {
    const signed = input.files?.item(0);
    if (!signed) return;
    setChecking(true);
    const taken = await take(signed).finally(() => setChecking(false));
    setFault(taken.ok ? undefined : taken.error);
    setSigners(taken.ok ? taken.value : undefined);
    // The same file, mended in the meantime, can be chosen again.
    input.value = '';
  };

  return (
    <div class="stack">
      <ol class="stack">
        <li>
          <p>{words.saveFirst}</p>
          <Button onClick={() => void save()}>{words.save(name)}</Button>
        </li>
        <li>{words.signThere}</li>
        <li>
          <p>{text.bringBack}</p>
          <span class="file-drop">
            <span class="file-call">{checking ? text.checking : text.choose}</span>
            <span class="file-or">{formText.dropFile}</span>
            {/* Lies over the words: a file input takes dropped files by itself. */}
            <input
              type="file"
              aria-label={text.choose}
              disabled={checking}
              onChange={({ currentTarget }) => void bring(currentTarget)}
            />
          </span>
        </li>
      </ol>
      {fault && <Notice tone="danger">{BROUGHT_BACK_FAULTS[fault]}</Notice>}
      {signers && <Notice tone="success">{text.accepted(signers)}</Notice>}
    </div>
  );
};
