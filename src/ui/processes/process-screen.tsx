import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { processesWritten } from '../../app/pen/written.ts';
import { bodyInUse } from '../../app/processes/body.ts';
import { type FoundProcess, findProcess } from '../../app/processes/find-process.ts';
import type { ProcessSession } from '../../app/processes/process-session.ts';
import type { Standing } from '../../app/processes/types.ts';
import { ambiente } from '../../app/state.ts';
import { Notice } from '../parts/notice.tsx';
import { ScreenHead } from '../parts/screen-head.tsx';
import { hrefOf } from '../router.ts';
import { documentText, processText as text } from '../text/process.ts';
import { BackToList } from './back-to-list.tsx';
import { DocumentScreen } from './document/document-screen.tsx';
import { OthersProcess } from './others-process.tsx';
import { useStanding } from './use-standing.ts';
import { WholeProcess } from './whole-process.tsx';

/** A process as one window has it open. */
export interface OpenProcess {
  session: ProcessSession;
  standing: Standing;
  /** Whether it may only be read: another window has it, or it is not here to be changed. */
  isLocked: boolean;
}

interface ProcessScreenProps {
  id: string;
  /** Where one of its documents is looked at. */
  documentId: string | undefined;
}

/** One process, kept open while its documents are gone through. */
export const ProcessScreen = ({ id, documentId }: ProcessScreenProps) => {
  const found = useProcess(id);
  switch (found?.kind) {
    case undefined:
      return <p role="status">{text.opening}</p>;
    case 'none':
      return (
        <Unopened>
          <Notice tone="warning">{text.notFound}</Notice>
        </Unopened>
      );
    case 'others':
      return (
        <Unopened>
          <OthersProcess owner={found.owner} />
        </Unopened>
      );
    case 'open':
      return <Opened session={found.session} documentId={documentId} />;
  }
};

const Unopened = ({ children }: { children: ComponentChildren }) => (
  <>
    <ScreenHead title={text.title} above={<BackToList />} />
    {children}
  </>
);

const useProcess = (id: string): FoundProcess | undefined => {
  const [found, setFound] = useState<FoundProcess>();
  const written = processesWritten.value;
  useEffect(() => {
    let opened: FoundProcess | undefined;
    let gone = false;
    setFound(undefined);
    void findProcess(id).then((now) => {
      opened = now;
      if (gone) close(now);
      else setFound(now);
    });
    return () => {
      gone = true;
      close(opened);
    };
  }, [id, ambiente.value?.id, bodyInUse.value?.id]);
  useEffect(() => {
    if (found?.kind === 'open') void found.session.reread();
  }, [found, written]);
  return found;
};

const close = (found: FoundProcess | undefined) => {
  if (found?.kind === 'open') void found.session.close();
};

interface OpenedProps extends Pick<ProcessScreenProps, 'documentId'> {
  session: ProcessSession;
}

const Opened = ({ session, documentId }: OpenedProps) => {
  const process = session.process.value;
  const standing = useStanding(process);
  if (standing === undefined) return <p role="status">{text.opening}</p>;
  const opened = {
    ...{ session, standing },
    isLocked: session.elsewhere.value || standing !== 'open',
  };
  if (documentId === undefined) return <WholeProcess {...opened} />;
  const document = process.documents.find(({ id }) => id === documentId);
  return document ? (
    <DocumentScreen key={document.id} {...opened} document={document} />
  ) : (
    <Notice tone="warning">
      {documentText.notFound}{' '}
      <a href={hrefOf({ screen: 'processos', id: process.id })}>
        {documentText.back(process.protocolo)}
      </a>
    </Notice>
  );
};
