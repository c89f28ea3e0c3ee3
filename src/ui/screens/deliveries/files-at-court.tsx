import { useEffect, useState } from 'preact/hooks';
import {
  type FetchedFile,
  type FileAtCourt,
  fetchFile,
  filesAtCourt,
} from '../../../app/deliveries/delivered-files.ts';
import type { OneDelivery } from '../../../app/deliveries/one-delivery.ts';
import { Button } from '../../parts/button.tsx';
import { download } from '../../parts/download.ts';
import { Notice } from '../../parts/notice.tsx';
import { filesAtCourtText as text } from '../../text/entregas-no-tribunal.ts';
import { AskFault } from './ask-fault.tsx';
import { useCourt } from './use-court.ts';

/** The files of a delivery, to be had again from the court and compared. */
export const FilesAtCourt = ({ delivery, contents }: OneDelivery) => {
  const [files, setFiles] = useState<FileAtCourt[]>([]);
  useEffect(() => {
    let isWanted = true;
    void filesAtCourt(delivery, contents).then((found) => {
      if (isWanted) setFiles(found);
    });
    return () => {
      isWanted = false;
    };
  }, [delivery.id, delivery.rev]);
  if (files.length === 0) return null;
  return (
    <section class="card no-print" aria-labelledby="arquivos-no-tribunal">
      <h2 id="arquivos-no-tribunal">{text.title}</h2>
      <ul class="plain-list">
        {files.map((file) => (
          <li key={file.courtId + (file.pointer ?? '')} class="stack" data-file={file.courtId}>
            <OneFile delivery={delivery} file={file} />
          </li>
        ))}
      </ul>
    </section>
  );
};

const OneFile = ({ delivery, file }: Pick<OneDelivery, 'delivery'> & { file: FileAtCourt }) => {
  const { ask, isAsking, fault } = useCourt();
  const [fetched, setFetched] = useState<FetchedFile>();
  const name = file.kept?.name ?? file.courtId;
  const fetchIt = async () => {
    setFetched(undefined);
    const found = await ask((signal) => fetchFile(delivery, file, signal));
    if (!found) return;
    download(found.content, found.name);
    setFetched(found);
  };
  return (
    <>
      <div class="actions">
        <span class="path">{name}</span>
        <Button aria-label={text.fetchOf(name)} disabled={isAsking} onClick={() => void fetchIt()}>
          {isAsking ? text.fetching : text.fetch}
        </Button>
      </div>
      {fault && <AskFault fault={fault} />}
      {fetched && <Compared fetched={fetched} isTakenIn={delivery.origin === 'taken-in'} />}
    </>
  );
};

const Compared = ({ fetched, isTakenIn }: { fetched: FetchedFile; isTakenIn: boolean }) => {
  const { sha256, ours } = fetched;
  if (ours === sha256) return <Notice tone="success">{text.same}</Notice>;
  return (
    <Notice tone={ours === undefined ? 'info' : 'danger'}>
      <p>{ours === undefined ? text.nothing : text.differs}</p>
      {ours === undefined && isTakenIn && <p>{text.kept}</p>}
      <dl class="facts">
        <dt>{text.hashThere}</dt>
        <dd class="mono">{sha256}</dd>
        {ours !== undefined && (
          <>
            <dt>{text.hashHere}</dt>
            <dd class="mono">{ours}</dd>
          </>
        )}
      </dl>
    </Notice>
  );
};
