import type { DraftSession } from '../../app/drafts/draft-session.ts';
import { Button } from '../parts/button.tsx';
import { download } from '../parts/download.ts';
import { storageText as text } from '../text/armazenamento.ts';

/** While what was typed cannot be kept, it can at least be taken away as a file. */
export const SaveDraft = ({ session }: { session: DraftSession }) => {
  const save = () => {
    const { slp, mes, ano } = session.draft.value;
    const content = new Blob([JSON.stringify(session.document.value, null, 2)], {
      type: 'application/json',
    });
    download(content, `rascunho-${slp}-${ano}-${String(mes).padStart(2, '0')}.json`);
  };
  return <Button onClick={save}>{text.saveDraft}</Button>;
};
