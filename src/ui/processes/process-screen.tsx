import { useEffect, useState } from 'preact/hooks';
import { processesWritten } from '../../app/pen/written.ts';
import { findingsOf } from '../../app/processes/findings.ts';
import { openProcess, type ProcessSession } from '../../app/processes/process-session.ts';
import { removeProcess } from '../../app/processes/remove-process.ts';
import type { Standing } from '../../app/processes/types.ts';
import { AskFirst } from '../parts/ask-first.tsx';
import { Notice } from '../parts/notice.tsx';
import { ScreenHead } from '../parts/screen-head.tsx';
import { goTo, hrefOf } from '../router.ts';
import { processText as text } from '../text/process.ts';
import { STANDINGS } from '../text/process-checks.ts';
import { TramitesPanel } from '../tramites/tramites-panel.tsx';
import { ChecksList } from './checks/checks-list.tsx';
import { useWantedField } from './checks/wanted-field.ts';
import { DocumentScreen } from './document/document-screen.tsx';
import { DocumentList } from './document-list.tsx';
import { Elsewhere } from './elsewhere.tsx';
import { InterestedList } from './interested-list.tsx';
import { ProcessFields } from './process-fields.tsx';
import { SaveMark } from './save-mark.tsx';
import { SendPanel } from './send/send-panel.tsx';
import { useStanding } from './use-standing.ts';

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
  return <OpenProcess session={session} documentId={documentId} />;
};

interface OpenProcessProps extends Pick<ProcessScreenProps, 'documentId'> {
  session: ProcessSession;
}

const OpenProcess = ({ session, documentId }: OpenProcessProps) => {
  const process = session.process.value;
  const standing = useStanding(process);
  const isLocked = session.elsewhere.value || standing !== 'open';
  const document = process.documents.find((one) => one.id === documentId);
  return document ? (
    <DocumentScreen key={document.id} session={session} document={document} isLocked={isLocked} />
  ) : (
    <WholeProcess session={session} standing={standing} readOnly={isLocked} />
  );
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

interface WholeProcessProps {
  session: ProcessSession;
  standing: Standing | undefined;
  readOnly: boolean;
}

const WholeProcess = ({ session, standing, readOnly }: WholeProcessProps) => {
  const process = session.process.value;
  const findings = standing && findingsOf(process, standing);
  useWantedField();
  return (
    <>
      <ScreenHead
        title={process.protocolo}
        lead={process.tipo}
        above={
          <a class="small" href={hrefOf({ screen: 'processos' })}>
            ← {text.back}
          </a>
        }
      >
        <div class="actions">
          <SaveMark session={session} />
          {!readOnly && process.nre === undefined && <Remove session={session} />}
        </div>
      </ScreenHead>
      <div class="stack">
        <Elsewhere session={session} />
        {standing && standing !== 'open' && <Notice tone="info">{STANDINGS[standing]}</Notice>}
        <div class="process-columns">
          <div class="stack">
            <section class="card stack" aria-label={text.data}>
              <h2>{text.data}</h2>
              <ProcessFields session={session} readOnly={readOnly} />
              <InterestedList session={session} readOnly={readOnly} />
            </section>
            <DocumentList session={session} readOnly={readOnly} />
            <TramitesPanel process={process} />
          </div>
          <aside class="stack process-aside">
            {standing === 'open' && <ChecksList processId={process.id} findings={findings} />}
            <SendPanel process={process} />
          </aside>
        </div>
      </div>
    </>
  );
};

const Remove = ({ session }: { session: ProcessSession }) => (
  <AskFirst
    label={text.remove}
    title={text.removeTitle}
    cancel={text.cancel}
    onConfirm={() => {
      void removeProcess(session).then(() => goTo({ screen: 'processos' }));
    }}
  >
    <p>{text.removeBody(session.process.value.protocolo)}</p>
  </AskFirst>
);
