import { useState } from 'preact/hooks';
import { Button } from '../parts/button.tsx';
import { download } from '../parts/download.ts';
import { Notice } from '../parts/notice.tsx';
import { storageText as text } from '../text/armazenamento.ts';

/** The way out that works whatever is wrong with the app or its data. */
export const SaveEverything = () => {
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const save = async () => {
    setState('busy');
    try {
      const { saveEverything } = await import('../../app/storage/save-everything.ts');
      download(await saveEverything(), 'estafeta-dados.zip');
      setState('idle');
    } catch (error) {
      console.error(error);
      setState('failed');
    }
  };
  return (
    <div class="stack">
      <div>
        <Button disabled={state === 'busy'} onClick={() => void save()}>
          {state === 'busy' ? text.savingEverything : text.saveEverything}
        </Button>
      </div>
      <p class="small">{text.saveEverythingHelp}</p>
      {state === 'failed' && <Notice tone="danger">{text.saveFailed}</Notice>}
    </div>
  );
};
