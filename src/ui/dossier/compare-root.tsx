import { useState } from 'preact/hooks';
import { Notice } from '../parts/notice.tsx';
import { TextField } from '../parts/text-field.tsx';
import { dossierText as text } from '../text/dossie.ts';
import { RootHash } from './root-hash.tsx';

/** The root of the ZIP that was looked at, to be compared with the printed one by eye or by typing it. */
export const CompareRoot = ({ root }: { root: string }) => {
  const [typed, setTyped] = useState('');
  const printed = typed.replace(/[\s.:-]/g, '').toLowerCase();
  return (
    <section class="card stack">
      <h2>{text.root}</h2>
      <RootHash root={root} />
      <p>{text.compareFirst}</p>
      <div class="no-print">
        <TextField
          id="raiz-impressa"
          label={text.printedRoot}
          help={text.printedRootHelp}
          value={typed}
          onInput={setTyped}
          fault={/^[0-9a-f]{0,64}$/.test(printed) ? undefined : text.wrongRoot}
        />
      </div>
      {printed.length === 64 && (
        <Notice tone={printed === root ? 'success' : 'danger'}>
          {printed === root ? text.sameRoot : text.otherRoot}
        </Notice>
      )}
    </section>
  );
};
