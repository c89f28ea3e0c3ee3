import { useEffect, useState } from 'preact/hooks';
import { type ShownContent, shownContent } from '../../../app/processes/shown-content.ts';
import type { Component } from '../../../app/processes/types.ts';
import { Button } from '../../parts/button.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { viewText as text } from '../../text/process.ts';
import { saveComponent } from './save-component.ts';
import { SeenContent } from './seen-content.tsx';

interface ViewSheetProps {
  component: Component;
  onClose: () => void;
}

/** What a file holds, as far as it can be shown without trusting who made it. */
export const ViewSheet = ({ component, onClose }: ViewSheetProps) => {
  const [shown, setShown] = useState<ShownContent>();
  useEffect(() => {
    void shownContent(component).then(setShown);
  }, [component]);
  return (
    <Sheet
      title={text.title(component.nome)}
      onClose={onClose}
      actions={
        <>
          <Button
            disabled={!shown || shown.kind === 'missing'}
            onClick={() => void saveComponent(component)}
          >
            {text.save}
          </Button>
          <Button look="primary" onClick={onClose}>
            {text.close}
          </Button>
        </>
      }
    >
      <div class="stack">{shown && <SeenContent shown={shown} name={component.nome} />}</div>
    </Sheet>
  );
};
