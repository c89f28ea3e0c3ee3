import { useState } from 'preact/hooks';
import { saveTramiteDossier } from '../../app/pen/tramite-dossier.ts';
import type { Tramite } from '../../app/pen/types.ts';
import { Button } from '../parts/button.tsx';
import { download } from '../parts/download.ts';
import { Notice } from '../parts/notice.tsx';
import { DOSSIER_FAULTS, tramitesText as text } from '../text/tramites.ts';

/** Everything that is kept of a trâmite, in one ZIP. */
export const SaveTramiteDossier = ({ tramite }: { tramite: Tramite }) => {
  const [isMaking, setMaking] = useState(false);
  const [fault, setFault] = useState<string>();
  const save = async () => {
    setMaking(true);
    const made = await saveTramiteDossier(tramite);
    setMaking(false);
    if (made.ok) download(made.value, made.value.name);
    setFault(made.ok ? undefined : DOSSIER_FAULTS[made.error]);
  };
  return (
    <div class="stack">
      <div class="actions">
        <Button disabled={isMaking} onClick={() => void save()}>
          {isMaking ? text.dossierMaking : text.dossier}
        </Button>
      </div>
      {fault && <Notice tone="danger">{fault}</Notice>}
    </div>
  );
};
