import { useEffect, useRef } from 'preact/hooks';
import { type ChosenFile, filesOfInput } from '../../app/files-to-sign/choose.ts';
import { Button } from '../parts/button.tsx';
import { intakeText as text } from '../text/trazer.ts';

/** Where files, a folder or a ZIP are dropped or chosen; a folder is only read. */
export const ChoosePayloads = ({
  onChosen,
  begins,
}: {
  onChosen: (chosen: Promise<ChosenFile[]>) => void;
  /** Whether nothing was chosen yet. */
  begins: boolean;
}) => {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (folder.current) folder.current.webkitdirectory = true;
  }, []);
  const take = ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
    onChosen(Promise.resolve(filesOfInput(currentTarget.files ?? [])));
    // So that the same file can be chosen again.
    currentTarget.value = '';
  };
  return (
    <div class="drop-zone">
      <p>{text.drop}</p>
      <div class="actions">
        <Button look={begins ? 'primary' : 'secondary'} onClick={() => files.current?.click()}>
          {text.chooseFiles}
        </Button>
        <Button onClick={() => folder.current?.click()}>{text.chooseFolder}</Button>
      </div>
      <input ref={files} type="file" multiple hidden onChange={take} />
      <input ref={folder} type="file" hidden onChange={take} />
    </div>
  );
};
