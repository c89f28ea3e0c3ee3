import { Notice } from './parts/notice.tsx';
import { frameText } from './text/frame.ts';

/** In place of the app where the browser does not let it keep anything. */
export const CannotStart = () => (
  <main class="main">
    <h1>Estafeta</h1>
    <Notice tone="danger">{frameText.cannotStart}</Notice>
  </main>
);
