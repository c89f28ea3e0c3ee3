import { readyDrafts } from '../../app/bulk/agreement.ts';
import { homologationStage } from '../../app/homologation/stage.ts';
import { wanted } from '../../app/homologation/wanted.ts';
import { courtIdOf } from '../../app/queue/types.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { goTo } from '../router.ts';
import { batchText as text } from '../text/lote.ts';
import { lines } from './batch-lines.ts';

/** What was delivered and does not count yet, and the way to homologate it. */
export const ToHomologate = () => {
  const waiting = lines.value.flatMap(({ entry }) =>
    entry && homologationStage(entry) === 'asks' ? (courtIdOf(entry) ?? []) : [],
  );
  if (waiting.length === 0) return null;
  const go = () => {
    wanted.value = waiting;
    goTo({ screen: 'entregas', id: 'homologar' });
  };
  return (
    <Notice tone="warning">
      {text.homologateLead(waiting.length)}{' '}
      <Button look={readyDrafts.value.length === 0 ? 'primary' : 'secondary'} onClick={go}>
        {text.homologate(waiting.length)}
      </Button>
    </Notice>
  );
};
