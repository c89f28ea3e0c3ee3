import { useEffect, useState } from 'preact/hooks';
import { rootOf } from '../../app/dossier/save-dossier.ts';
import { dossierText as text } from '../text/dossie.ts';
import { RootHash } from './root-hash.tsx';

/** The root of the dossier as it would be saved now, on the screen and on paper; nothing where none can be made. */
export const DossierRoot = ({ id, rev }: { id: string; rev: number }) => {
  const [root, setRoot] = useState<string>();
  useEffect(() => {
    let isWanted = true;
    void rootOf(id).then((found) => {
      if (isWanted) setRoot(found);
    });
    return () => {
      isWanted = false;
    };
  }, [id, rev]);
  if (root === undefined) return null;
  return (
    <section data-root={root}>
      <h2>{text.root}</h2>
      <RootHash root={root} />
      <p class="small">{text.rootHelp}</p>
    </section>
  );
};
