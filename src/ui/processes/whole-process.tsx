import { useState } from 'preact/hooks';
import { findingsOf, mayBeSent } from '../../app/processes/findings.ts';
import type { ProcessSession } from '../../app/processes/process-session.ts';
import { removeProcess } from '../../app/processes/remove-process.ts';
import { AskFirst } from '../parts/ask-first.tsx';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { ScreenHead } from '../parts/screen-head.tsx';
import { goTo } from '../router.ts';
import { processText as text } from '../text/process.ts';
import { STANDINGS } from '../text/process-checks.ts';
import { TramitesPanel } from '../tramites/tramites-panel.tsx';
import { BackToList } from './back-to-list.tsx';
import { ChecksList } from './checks/checks-list.tsx';
import { useWantedField } from './checks/wanted-field.ts';
import { SendSheet } from './destination/send-sheet.tsx';
import { DocumentList } from './document-list.tsx';
import { Elsewhere } from './elsewhere.tsx';
import { InterestedList } from './interested-list.tsx';
import { ProcessFields } from './process-fields.tsx';
import type { OpenProcess } from './process-screen.tsx';
import { SaveMark } from './save-mark.tsx';
import { SendPanel } from './send/send-panel.tsx';

/** All of a process but the insides of its documents; where it has been comes first while it is on its way. */
export const WholeProcess = ({ session, standing, isLocked }: OpenProcess) => {
  const process = session.process.value;
  const isOpen = standing === 'open';
  const findings = findingsOf(process, standing);
  const [sending, setSending] = useState(false);
  useWantedField();
  const journey = (
    <>
      <SendPanel process={process} />
      <TramitesPanel process={process} />
    </>
  );
  return (
    <>
      <ScreenHead title={process.protocolo} lead={process.tipo} above={<BackToList />}>
        <div class="actions">
          <SaveMark session={session} />
          {!isLocked && process.nre === undefined && <Remove session={session} />}
          {isOpen && (
            <Button
              look="primary"
              disabled={isLocked || !mayBeSent(findings)}
              onClick={() => setSending(true)}
            >
              {text.send}
            </Button>
          )}
        </div>
      </ScreenHead>
      <div class="stack">
        <Elsewhere session={session} />
        {!isOpen && <Notice tone="info">{STANDINGS[standing]}</Notice>}
        <div class={isOpen ? 'process-columns' : undefined}>
          <div class="stack">
            {!isOpen && journey}
            <section class="card stack" aria-label={text.data}>
              <h2>{text.data}</h2>
              <ProcessFields session={session} readOnly={isLocked} />
              <InterestedList session={session} readOnly={isLocked} />
            </section>
            <DocumentList session={session} readOnly={isLocked} />
            {isOpen && journey}
          </div>
          {isOpen && (
            <aside class="process-aside">
              <ChecksList processId={process.id} findings={findings} />
            </aside>
          )}
        </div>
      </div>
      {sending && <SendSheet session={session} onClose={() => setSending(false)} />}
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
