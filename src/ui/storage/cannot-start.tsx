import type { StartFault } from '../../app/storage/start-fault.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { START_FAULTS, storageText as text } from '../text/armazenamento.ts';
import { SaveEverything } from './save-everything.tsx';

/** In place of the app where it cannot open: why, and the way to the data. */
export const CannotStart = ({ fault }: { fault: StartFault }) => (
  <main class="main stack" data-start-fault={fault}>
    <h1>Estafeta</h1>
    <Notice tone="danger">{START_FAULTS[fault]}</Notice>
    <div>
      <Button look="primary" onClick={() => location.reload()}>
        {text.reload}
      </Button>
    </div>
    {fault !== 'no-storage' && <SaveEverything />}
  </main>
);
