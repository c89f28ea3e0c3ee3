import type { DossierFault, TramiteDossierReport } from '../../app/dossier/types.ts';
import type { Result } from '../../base/result.ts';
import { Notice } from '../parts/notice.tsx';
import { DOSSIER_FAULTS } from '../text/dossie.ts';
import { TRAMITE_VERDICTS, tramiteDossierText as text } from '../text/dossie-de-tramite.ts';
import { tramitesText } from '../text/tramites.ts';
import { ReceiptVerdictLine } from '../tramites/receipt-verdict.tsx';
import { MembersTable } from './members-table.tsx';

interface TramiteDossierViewProps {
  checked: Result<TramiteDossierReport, DossierFault>;
}

/** What was found out about the dossier of a trâmite. */
export const TramiteDossierView = ({ checked }: TramiteDossierViewProps) => {
  if (!checked.ok) {
    return (
      <div data-verdict="refused">
        <Notice tone="danger">{DOSSIER_FAULTS[checked.error]}</Notice>
      </div>
    );
  }
  const { verdict, about, members, receipts, lacking, foreign } = checked.value;
  const { tone, sentence } = TRAMITE_VERDICTS[verdict];
  return (
    <div class="stack" data-verdict={verdict}>
      <Notice tone={tone}>{sentence}</Notice>
      {about ? (
        <section class="card stack">
          <h2>{text.about}</h2>
          <dl class="facts">
            <dt>{text.process}</dt>
            <dd>{about.protocolo}</dd>
            <dt>{text.tramite}</dt>
            <dd>{about.idt}</dd>
            <dt>{text.nre}</dt>
            <dd class="mono">{about.nre}</dd>
          </dl>
        </section>
      ) : (
        <Notice tone="danger">{text.noAbout}</Notice>
      )}
      <section class="stack">
        <h2>{text.receipts}</h2>
        <p>{receipts.length === 0 ? text.noReceipts : text.trust}</p>
        {receipts.map(({ kind, verdict, isCopied }) => (
          <div key={kind} data-receipt={kind} data-verdict={verdict.kind}>
            <strong>{tramitesText.receiptNames[kind]}</strong>
            <ReceiptVerdictLine kind={kind} verdict={verdict} />
            {!isCopied && <Notice tone="danger">{text.notCopied}</Notice>}
          </div>
        ))}
      </section>
      <Names title={text.foreign} names={foreign} />
      <Names title={text.lacking} names={lacking} />
      <MembersTable members={members} />
      <p class="soft small">{text.page}</p>
    </div>
  );
};

const Names = ({ title, names }: { title: string; names: readonly string[] }) =>
  names.length === 0 ? null : (
    <section>
      <h2>{title}</h2>
      <ul class="plain-list">
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </section>
  );
