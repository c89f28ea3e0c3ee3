import { useState } from 'preact/hooks';
import type { DraftSession } from '../../app/drafts/draft-session.ts';
import { type ExportWay, exportDraft } from '../../app/intake/export-draft.ts';
import { Button } from '../parts/button.tsx';
import { download } from '../parts/download.ts';
import { Notice } from '../parts/notice.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { linkText } from '../text/ligacoes.ts';
import { exportText as text } from '../text/trazer.ts';

const WAYS: readonly ExportWay[] = ['readable', 'canonical', 'bundle'];

/** Hands out a draft as a file. */
export const ExportSheet = ({
  session,
  onClose,
}: {
  session: DraftSession;
  onClose: () => void;
}) => {
  const [way, setWay] = useState<ExportWay>('readable');
  const [missing, setMissing] = useState<readonly string[]>([]);
  const save = async () => {
    const made = await exportDraft(session, way, linkText.noNumber);
    download(made.content, made.name);
    if (made.missing.length === 0) onClose();
    else setMissing(made.missing);
  };
  return (
    <Sheet
      title={text.title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button look="primary" onClick={() => void save()}>
            {text.save}
          </Button>
        </>
      }
    >
      <fieldset class="field">
        <legend class="field-label">{text.as}</legend>
        <div class="stack">
          {WAYS.map((each) => (
            <label key={each}>
              <input
                type="radio"
                name="exportar"
                checked={way === each}
                onChange={() => setWay(each)}
              />{' '}
              {text.ways[each]}
            </label>
          ))}
        </div>
      </fieldset>
      {missing.length > 0 && (
        <Notice tone="warning">
          {text.missing} {missing.join(', ')}
        </Notice>
      )}
    </Sheet>
  );
};
