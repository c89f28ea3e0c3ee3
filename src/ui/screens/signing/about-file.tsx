import type { Examined, FileToSign } from '../../../app/files-to-sign/files.ts';
import type { SignatureReport } from '../../../app/files-to-sign/report.ts';
import { ambiente } from '../../../app/state.ts';
import { showInstant } from '../../../base/civil-date.ts';
import { showSize } from '../../text/attachment.ts';
import { trustText } from '../../text/confianca.ts';
import { reportText as text } from '../../text/signature-report.ts';

interface AboutFileProps {
  file: FileToSign;
  examined: Examined;
}

/** Which file a report is of, when it was examined, and with what at hand. */
export const AboutFile = ({ file: { path, kind }, examined }: AboutFileProps) => {
  const { file, content } = examined.report;
  return (
    <section class="card" aria-label={text.aboutFile}>
      <dl class="facts">
        <dt>{text.fileName}</dt>
        <dd>{path}</dd>
        <dt>{text.fileSize}</dt>
        <dd>{showSize(file.size)}</dd>
        <dt>{text.fileHash}</dt>
        <dd class="mono">{file.sha256}</dd>
        {kind === 'p7s' && content && (
          <>
            <dt>{text.contentSize}</dt>
            <dd>{showSize(content.size)}</dd>
            <dt>{text.contentHash}</dt>
            <dd class="mono">{content.sha256}</dd>
          </>
        )}
        <dt>{text.checkedAt}</dt>
        <dd>{showInstant(examined.at)}</dd>
        <dt>{text.checkedHow}</dt>
        <dd>{text.checkedHere}</dd>
        <dt>{text.environment}</dt>
        <dd>
          {ambiente.value?.nome}
          {ambiente.value?.tipo === 'simulado' && `, ${text.training}`}
        </dd>
        <dt>{text.checkedWith}</dt>
        <dd>
          <Evidence examined={examined} />
        </dd>
      </dl>
    </section>
  );
};

const issuersIn = ({ chain, countersignatures }: SignatureReport): string[] => [
  ...chain.map(({ issuer }) => issuer),
  ...countersignatures.flatMap(issuersIn),
];

/** The lists of the authorities of this file's certificates, with their dates. */
const Evidence = ({ examined: { report, evidence } }: { examined: Examined }) => {
  const issuers = new Set(report.signatures.flatMap(issuersIn));
  const lists = evidence.filter(({ issuer }) => issuer !== undefined && issuers.has(issuer));
  if (lists.length === 0) return <>{text.noLists}</>;
  return (
    <ul class="plain-list">
      {lists.map(({ id, issuer, made }) => (
        <li key={id}>
          {trustText.list(issuer ?? '')}
          {made !== undefined && `, ${text.listMade} ${showInstant(made)}`}
        </li>
      ))}
    </ul>
  );
};
