import { waitsForWindow } from '../../app/storage/condition.ts';
import { Notice } from '../parts/notice.tsx';
import { storageText as text } from '../text/armazenamento.ts';

/** Before the app: nothing, unless it has to wait for the person. */
export const Opening = () =>
  waitsForWindow.value ? (
    <main class="main stack" data-waits-for-window>
      <h1>Estafeta</h1>
      <Notice tone="warning">{text.waitsForWindow}</Notice>
    </main>
  ) : null;
