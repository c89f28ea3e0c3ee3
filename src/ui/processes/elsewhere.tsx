import type { ProcessSession } from '../../app/processes/process-session.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { processText as text } from '../text/process.ts';

/** Told where another window has the process open. */
export const Elsewhere = ({ session }: { session: ProcessSession }) =>
  session.elsewhere.value ? (
    <Notice tone="warning">
      {text.elsewhere} <Button onClick={() => void session.takeOver()}>{text.editHere}</Button>
    </Notice>
  ) : null;
