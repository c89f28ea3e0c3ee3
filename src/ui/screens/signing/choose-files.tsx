import { useEffect, useRef } from 'preact/hooks';
import {
  type ChosenFile,
  canOpenFolder,
  filesOfInput,
  openFolder,
} from '../../../app/files-to-sign/choose.ts';
import { takeFiles } from '../../../app/files-to-sign/examine-files.ts';
import { filesToSign } from '../../../app/files-to-sign/files.ts';
import { Button } from '../../parts/button.tsx';
import { signingText as text } from '../../text/assinar.ts';

/** Where files and folders are dropped or chosen. */
export const ChooseFiles = ({ onFault }: { onFault: () => void }) => {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (folder.current) folder.current.webkitdirectory = true;
  }, []);

  const take = (chosen: Promise<ChosenFile[]>) => {
    chosen.then(takeFiles, onFault);
  };
  const takeInput = ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
    take(Promise.resolve(filesOfInput(currentTarget.files ?? [])));
    // So that the same file can be chosen again.
    currentTarget.value = '';
  };
  const chooseFolder = () => {
    if (canOpenFolder()) take(openFolder());
    else folder.current?.click();
  };

  return (
    <div class="drop-zone">
      <p>{text.drop}</p>
      <div class="actions">
        <Button
          look={filesToSign.value.length === 0 ? 'primary' : 'secondary'}
          onClick={() => files.current?.click()}
        >
          {text.chooseFiles}
        </Button>
        <Button onClick={chooseFolder}>{text.chooseFolder}</Button>
      </div>
      <input ref={files} type="file" multiple hidden onChange={takeInput} />
      <input ref={folder} type="file" hidden onChange={takeInput} />
    </div>
  );
};
