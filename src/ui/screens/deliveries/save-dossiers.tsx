import { useEffect, useRef, useState } from 'preact/hooks';
import type { CourtDelivery } from '../../../app/deliveries/delivery-list.ts';
import { type SaveManyFault, saveDossiers } from '../../../app/dossier/save-many.ts';
import { Button } from '../../parts/button.tsx';
import { download } from '../../parts/download.ts';
import { Notice } from '../../parts/notice.tsx';
import { SAVE_FAULTS } from '../../text/dossie.ts';
import { looksText, deliveryListText as text } from '../../text/entregas-no-tribunal.ts';

type Saving =
  | { kind: 'idle' }
  | { kind: 'running'; done: number }
  | { kind: 'saved'; without: number }
  | { kind: 'failed'; fault: SaveManyFault };

/** Saves the dossiers of the selected deliveries as one ZIP; can be stopped. */
export const SaveDossiers = ({ deliveries }: { deliveries: readonly CourtDelivery[] }) => {
  const [saving, setSaving] = useState<Saving>({ kind: 'idle' });
  const running = useRef(new AbortController());
  useEffect(() => () => running.current.abort(), []);

  const save = async () => {
    running.current = new AbortController();
    const { signal } = running.current;
    setSaving({ kind: 'running', done: 0 });
    try {
      const saved = await saveDossiers(deliveries, signal, (done) =>
        setSaving({ kind: 'running', done }),
      );
      if (!saved.ok) return setSaving({ kind: 'failed', fault: saved.error });
      download(saved.value.file, saved.value.file.name);
      setSaving({ kind: 'saved', without: saved.value.without });
    } catch (error) {
      if (!signal.aborted) throw error;
      setSaving({ kind: 'idle' });
    }
  };

  if (saving.kind === 'running') {
    return (
      <span class="actions">
        <progress aria-label={text.dossiers} value={saving.done} max={deliveries.length} />
        <Button onClick={() => running.current.abort()}>{looksText.stop}</Button>
      </span>
    );
  }
  return (
    <>
      <Button onClick={() => void save()}>{text.dossiers}</Button>
      {saving.kind === 'saved' && saving.without > 0 && (
        <Notice tone="info">{text.dossiersWithout(saving.without)}</Notice>
      )}
      {saving.kind === 'failed' && (
        <Notice tone="danger">
          {saving.fault === 'none' ? text.dossiersNone : SAVE_FAULTS[saving.fault]}
        </Notice>
      )}
    </>
  );
};
