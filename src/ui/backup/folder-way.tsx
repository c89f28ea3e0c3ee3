import { useState } from 'preact/hooks';
import { copyToFolder } from '../../app/backup/automatic.ts';
import {
  canKeepFolder,
  chooseFolder,
  folder,
  forgetFolder,
  reopenFolder,
} from '../../app/backup/folder.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { FOLDER_FAULTS, copyText as text } from '../text/copia.ts';

/** The folder into which copies make themselves, where the browser has such a thing. */
export const FolderWay = () => (
  <section class="stack" aria-labelledby="copy-folder">
    <h3 id="copy-folder">{text.folderTitle}</h3>
    {canKeepFolder() ? <Folder /> : <p>{text.noFolders}</p>}
  </section>
);

const Folder = () => {
  const [working, setWorking] = useState(false);
  const current = folder.value;
  const thenCopy = async (first: () => Promise<void>) => {
    await first();
    setWorking(true);
    await copyToFolder().finally(() => setWorking(false));
  };
  const choose = (label: string) => (
    <Button disabled={working} onClick={() => void thenCopy(chooseFolder)}>
      {label}
    </Button>
  );
  if (!current) {
    return (
      <>
        <p>{text.folderLead}</p>
        <div class="actions">{choose(text.chooseFolder)}</div>
      </>
    );
  }
  const { handle, open, fault } = current;
  return (
    <>
      {open ? (
        <p>{text.folderOpen(handle.name)}</p>
      ) : (
        <Notice tone="warning">{text.folderAsks(handle.name)}</Notice>
      )}
      {fault && <Notice tone="danger">{FOLDER_FAULTS[fault]}</Notice>}
      <div class="actions">
        {open ? (
          <Button disabled={working} onClick={() => void thenCopy(async () => undefined)}>
            {working ? text.making : text.copyNow}
          </Button>
        ) : (
          <Button onClick={() => void thenCopy(reopenFolder)}>{text.reopen}</Button>
        )}
        {choose(text.otherFolder)}
        <Button look="quiet" onClick={() => void forgetFolder()}>
          {text.forget}
        </Button>
      </div>
    </>
  );
};
