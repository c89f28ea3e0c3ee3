import { useEffect, useState } from 'preact/hooks';
import { ambiente } from '../../app/state.ts';
import { importTrustFiles, type TrustFileOutcome } from '../../app/trust/import-trust-files.ts';
import { loadTrustView, removeTrustItem, trustView } from '../../app/trust/trust-view.ts';
import { Field } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { TRUST_FILE_FAULTS, trustText as text } from '../text/confianca.ts';
import { AnchorRow, AuthorityRow, EvidenceRow } from './trust-rows.tsx';

/** What certificates are judged by: roots in force, loaded authorities, revocation lists; and loading more. */
export const TrustSection = () => {
  const view = trustView.value;
  const where = ambiente.value?.id;
  useEffect(() => {
    void where;
    void loadTrustView();
  }, [where]);
  if (!view) return null;
  const forget = (id: string) => void removeTrustItem(id);
  return (
    <section class="card stack" aria-labelledby="trust">
      <h2 id="trust">{text.title}</h2>
      <p class="soft">{text.lead}</p>
      <h3>{text.anchors}</h3>
      {view.anchors.length === 0 && <p>{text.noAnchors}</p>}
      {view.anchors.map((anchor) => (
        <AnchorRow key={anchor.id} anchor={anchor} />
      ))}
      {ambiente.value?.tipo !== 'simulado' && <p class="soft small">{text.anchorsHelp}</p>}
      <h3>{text.authorities}</h3>
      {view.authorities.length === 0 && <p class="soft">{text.noAuthorities}</p>}
      {view.authorities.map((authority) => (
        <AuthorityRow key={authority.id} authority={authority} onForget={forget} />
      ))}
      <h3>{text.evidence}</h3>
      {view.evidence.length === 0 && <p class="soft">{text.noEvidence}</p>}
      {view.evidence.map((evidence) => (
        <EvidenceRow key={evidence.id} evidence={evidence} onForget={forget} />
      ))}
      <LoadFiles />
    </section>
  );
};

const FILES = '.cer,.crt,.pem,.der,.p7b,.p7c,.crl';

const LoadFiles = () => {
  const [outcomes, setOutcomes] = useState<TrustFileOutcome[]>([]);
  const kept = outcomes.reduce((sum, { outcome }) => sum + (outcome.ok ? outcome.value : 0), 0);
  const faults = outcomes.flatMap(({ name, outcome }) =>
    outcome.ok ? [] : [`${name}: ${TRUST_FILE_FAULTS[outcome.error]}`],
  );
  const take = async (input: HTMLInputElement) => {
    setOutcomes(await importTrustFiles([...(input.files ?? [])]));
    // The same file, mended in the meantime, can be chosen again.
    input.value = '';
  };
  return (
    <>
      <Field id="trust-files" label={text.load} help={text.loadHelp} errors={faults}>
        {(control) => (
          <input
            {...control}
            class="input"
            type="file"
            multiple
            accept={FILES}
            onChange={({ currentTarget }) => void take(currentTarget)}
          />
        )}
      </Field>
      {kept > 0 && <Notice tone="success">{text.loaded(kept)}</Notice>}
    </>
  );
};
