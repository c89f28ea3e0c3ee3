import { useState } from 'preact/hooks';
import {
  canKeepFolder,
  chooseFolder,
  copiesIn,
  folder,
  reopenFolder,
} from '../../app/backup/folder.ts';
import { showInstant } from '../../base/civil-date.ts';
import { Button } from '../parts/button.tsx';
import { showSize } from '../text/attachment.ts';
import { copyText as text } from '../text/copia.ts';

interface FolderCopiesProps {
  chosen: File | undefined;
  onChoose: (copy: File) => void;
}

/** The copies that lie in the folder, the newest first; the folder is chosen here where none is yet. */
export const FolderCopies = ({ chosen, onChoose }: FolderCopiesProps) => {
  const [copies, setCopies] = useState<File[]>();
  if (!canKeepFolder()) return null;
  const look = async () => {
    if (!folder.value) await chooseFolder();
    else if (!folder.value.open) await reopenFolder();
    const current = folder.value;
    if (current?.open) setCopies(await copiesIn(current.handle).catch(() => []));
  };
  return (
    <div class="stack">
      <div class="actions">
        <Button onClick={() => void look()}>{text.fromFolder}</Button>
      </div>
      {copies?.length === 0 && <p>{text.noneInFolder}</p>}
      {copies && copies.length > 0 && (
        <fieldset class="radio-list">
          <legend class="field-label">{text.folderCopies}</legend>
          {copies.map((copy) => (
            <label key={copy.name}>
              <input
                type="radio"
                name="folder-copy"
                checked={chosen === copy}
                onChange={() => onChoose(copy)}
              />{' '}
              {copy.name}
              <div class="soft small">
                {showInstant(copy.lastModified)}, {showSize(copy.size)}
              </div>
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
};
