import { hrefOf } from '../router.ts';
import { processText as text } from '../text/process.ts';

/** Above a process: the way back to the lists. */
export const BackToList = () => (
  <a class="small" href={hrefOf({ screen: 'processos' })}>
    ← {text.back}
  </a>
);
