import { useEffect, useState } from 'preact/hooks';
import { processesWritten } from '../../app/pen/written.ts';
import { openProcess, type ProcessSession } from '../../app/processes/process-session.ts';
import type { Standing } from '../../app/processes/types.ts';
import { Notice } from '../parts/notice.tsx';
import { processText as text } from '../text/process.ts';
import { DocumentScreen } from './document/document-screen.tsx';
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
  const session = useProcess(id);
  if (session === undefined) return <p role="status">{text.opening}</p>;
  if (session === 'none') return <Notice tone="warning">{text.notFound}</Notice>;
  return <Opened session={session} documentId={documentId} />;
};

const useProcess = (id: string): ProcessSession | 'none' | undefined => {
  const [session, setSession] = useState<ProcessSession | 'none'>();
  const written = processesWritten.value;
  useEffect(() => {
    let opened: ProcessSession | undefined;
    let gone = false;
    void openProcess(id).then((found) => {
      opened = found;
      if (gone) void opened?.close();
      else setSession(found ?? 'none');
    });
    return () => {
      gone = true;
      void opened?.close();
    };
  }, [id]);
  useEffect(() => {
    if (typeof session === 'object') void session.reread();
  }, [session, written]);
  return session;
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
  const document = process.documents.find(({ id }) => id === documentId);
  return document ? (
    <DocumentScreen key={document.id} {...opened} document={document} />
  ) : (
    <WholeProcess {...opened} />
  );
};
