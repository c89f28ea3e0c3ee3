import { useRef, useState } from 'preact/hooks';
import { type SaveDossierFault, saveEntry } from '../../app/dossier/save-dossier.ts';
import { Button } from '../parts/button.tsx';
import { download } from '../parts/download.ts';
import { Notice } from '../parts/notice.tsx';
import { SAVE_FAULTS, dossierText as text } from '../text/dossie.ts';

type Saving =
  | { kind: 'idle' }
  | { kind: 'running'; share: number }
  | { kind: 'failed'; fault: SaveDossierFault };

interface SaveDossierProps {
  id: string;
  label: string;
  look?: 'quiet' | 'secondary';
}

/** Saves the dossier of an entry as far as it has come; reading large files is shown and can be stopped. */
export const SaveDossier = ({ id, label, look = 'secondary' }: SaveDossierProps) => {
  const [saving, setSaving] = useState<Saving>({ kind: 'idle' });
  const running = useRef(new AbortController());

  const save = async () => {
    running.current = new AbortController();
    const { signal } = running.current;
    setSaving({ kind: 'running', share: 0 });
    const onShare = (share: number) => {
      if (!signal.aborted) setSaving({ kind: 'running', share });
    };
    try {
      const saved = await saveEntry(id, { signal, onShare });
      if (saved.ok) download(saved.value, saved.value.name);
      setSaving(saved.ok ? { kind: 'idle' } : { kind: 'failed', fault: saved.error });
    } catch (error) {
      setSaving({ kind: 'idle' });
      if (!signal.aborted) throw error;
    }
  };

  if (saving.kind === 'running')
    return (
      <span class="actions">
        <progress aria-label={text.saving} value={saving.share} max={1} />
        <Button onClick={() => running.current.abort()}>{text.stop}</Button>
      </span>
    );
  return (
    <>
      <Button look={look} onClick={() => void save()}>
        {label}
      </Button>
      {saving.kind === 'failed' && <Notice tone="danger">{SAVE_FAULTS[saving.fault]}</Notice>}
    </>
  );
};
