import type { ComponentChildren } from 'preact';
import type { DossierReport } from '../../app/dossier/types.ts';
import { Notice } from '../parts/notice.tsx';
import { SignatureCard } from '../screens/signing/signature-card.tsx';
import { LINK_VERDICTS, LINKS, dossierText as text, VERDICTS } from '../text/dossie.ts';
import { REASONS } from '../text/signature-report.ts';
import { CompareRoot } from './compare-root.tsx';
import { DossierFacts } from './dossier-facts.tsx';
import { MembersTable } from './members-table.tsx';

interface DossierReportViewProps {
  report: DossierReport;
  /** What the chains of certificates were judged by. */
  trust: string;
}

/** Everything that was found out about a dossier; in the app and in the page inside the dossier alike. */
export const DossierReportView = ({ report, trust }: DossierReportViewProps) => {
  const { tone, sentence } = VERDICTS[report.verdict];
  return (
    <div class="stack" data-verdict={report.verdict}>
      <Notice tone={tone}>{sentence}</Notice>
      <CompareRoot root={report.root} />
      {report.record ? (
        <DossierFacts record={report.record} />
      ) : (
        <Notice tone="danger">{text.noRecord}</Notice>
      )}
      <Links report={report} />
      <MembersTable members={report.members} />
      <Signatures report={report} trust={trust} />
    </div>
  );
};

const Chip = ({ good, children }: { good: boolean; children: ComponentChildren }) => (
  <span class={`chip ${good ? 'chip-success' : 'chip-danger'}`}>{children}</span>
);

const Links = ({ report: { links } }: { report: DossierReport }) => (
  <section>
    <h2>{text.links}</h2>
    <ul class="plain-list">
      {links.map(({ code, verdict }) => (
        <li key={code} data-link={code} data-verdict={verdict}>
          {verdict === 'missing' ? (
            <span class="chip chip-warning">{LINK_VERDICTS.missing}</span>
          ) : (
            <Chip good={verdict === 'holds'}>{LINK_VERDICTS[verdict]}</Chip>
          )}{' '}
          {LINKS[code]}
        </li>
      ))}
    </ul>
  </section>
);

const Signatures = ({ report: { signatures }, trust }: DossierReportViewProps) => (
  <section class="stack">
    <h2>{text.signatures}</h2>
    <p>{signatures.length === 0 ? text.noSignatures : trust}</p>
    {signatures.map(({ name, report }) => (
      <section key={name} class="stack">
        <h3>{text.signaturesIn(name)}</h3>
        {report.fault && <Notice tone="danger">{REASONS[report.fault].what}</Notice>}
        {report.signatures.map((signature, place) => (
          <SignatureCard
            key={`${name}-${place + 1}`}
            signature={signature}
            title={text.signatureNumber(place + 1)}
          />
        ))}
      </section>
    ))}
  </section>
);
