import { useState } from 'preact/hooks';
import { copyKeys } from '../../app/backup/copy-keys.ts';
import { copyAsFile } from '../../app/backup/make-copy.ts';
import { lastCopy, uncopied } from '../../app/backup/uncopied.ts';
import { showInstant } from '../../base/civil-date.ts';
import { Button } from '../parts/button.tsx';
import { download } from '../parts/download.ts';
import { Notice } from '../parts/notice.tsx';
import { copyText as text } from '../text/copia.ts';
import { BrowserName } from './browser-name.tsx';
import { ChoosePassphrase } from './choose-passphrase.tsx';
import { FolderWay } from './folder-way.tsx';

/** Making copies: where things stand, the passphrase, the two ways. */
export const CopySection = () => {
  const [changing, setChanging] = useState(false);
  return (
    <section class="card stack" aria-labelledby="copy">
      <h2 id="copy">{text.title}</h2>
      <p>{text.lead}</p>
      <details class="small">
        <summary>{text.what}</summary>
        <p>{text.inside}</p>
        <p>{text.outside}</p>
      </details>
      <CopyStanding />
      {copyKeys.value && !changing ? (
        <>
          <SaveCopy />
          <Button look="quiet" onClick={() => setChanging(true)}>
            {text.change}
          </Button>
          <FolderWay />
          <BrowserName />
        </>
      ) : (
        <ChoosePassphrase
          onChosen={() => setChanging(false)}
          onCancel={changing ? () => setChanging(false) : undefined}
        />
      )}
    </section>
  );
};

const CopyStanding = () => {
  const copy = lastCopy.value;
  const left = uncopied.value;
  return (
    <p>
      <strong>{copy ? text.last(showInstant(copy.at), copy.to) : text.never}</strong>{' '}
      {left ? text.uncopied(left.count, showInstant(left.since)) : copy && text.allCopied}
    </p>
  );
};

/** One click makes a copy and hands it to the browser to be saved. */
export const SaveCopy = () => {
  const [making, setMaking] = useState(false);
  const [saved, setSaved] = useState<string>();
  const save = async () => {
    setMaking(true);
    const copy = await copyAsFile().finally(() => setMaking(false));
    if (!copy) return;
    download(copy.content, copy.name);
    setSaved(copy.name);
  };
  return (
    <>
      <Button disabled={making} onClick={() => void save()}>
        {making ? text.making : text.saveFile}
      </Button>
      {saved && <Notice tone="success">{text.saved(saved)}</Notice>}
    </>
  );
};
