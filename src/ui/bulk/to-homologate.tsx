import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { goTo } from '../router.ts';
import { batchText as text } from '../text/lote.ts';
import { lines } from './batch-lines.ts';

/** What was delivered and does not count yet, and the way to homologate it. */
export const ToHomologate = () => {
  const waiting = lines.value.filter(({ state }) => state === 'delivered').length;
  if (waiting === 0) return null;
  return (
    <Notice tone="warning">
      {text.homologateLead(waiting)}{' '}
      <Button onClick={() => goTo({ screen: 'entregas', id: 'homologar' })}>
        {text.homologate(waiting)}
      </Button>
    </Notice>
  );
};
