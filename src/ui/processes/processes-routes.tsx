import { useEffect, useState } from 'preact/hooks';
import { bodies } from '../../app/processes/body.ts';
import { openProcesses } from '../../app/processes/open.ts';
import { lazy } from '../parts/lazy.tsx';
import { Notice } from '../parts/notice.tsx';
import { ScreenHead } from '../parts/screen-head.tsx';
import { processesText as text } from '../text/process.ts';
import { ListScreen } from './list/list-screen.tsx';
import { isShelf } from './list/shelves.tsx';
import { ProcessScreen } from './process-screen.tsx';
import '../styles/processes.css';

const OfficeScreen = lazy(async () => (await import('../pen/office-screen.tsx')).OfficeScreen);

const BlocksScreen = lazy(async () => (await import('../tramites/blocks-screen.tsx')).BlocksScreen);

/** Everything under `#/processos`: lists, one process (`id`), one document of it (`id/document`). */
export const ProcessesRoutes = ({ id }: { id: string | undefined }) => {
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    void openProcesses().then(() => setReady(true));
  }, []);
  if (id === 'entrar') return <OfficeScreen />;
  if (bodies.value.length === 0) {
    return (
      <>
        <ScreenHead title={text.title} lead={text.lead} />
        <Notice tone="info">{text.noPen}</Notice>
      </>
    );
  }
  if (!isReady) return null;
  if (id === 'blocos') return <BlocksScreen />;
  if (id === undefined || id === 'novo' || isShelf(id)) return <ListScreen at={id} />;
  const [processId = '', documentId] = id.split('/');
  return <ProcessScreen key={processId} id={processId} documentId={documentId} />;
};
