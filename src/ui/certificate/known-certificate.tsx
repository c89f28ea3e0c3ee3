import { Fragment } from 'preact';
import type { CertificateFacts as Facts } from '../../app/form.ts';
import { KINDS, certificateText as text, typeOfPolicy, USAGES } from '../text/certificados.ts';
import { showCpf } from '../text/units.ts';
import { CertificateFacts } from './certificate-facts.tsx';

/** A certificate in full: what concerns everybody, and folded what concerns a technician. */
export const KnownCertificate = ({ facts }: { facts: Facts }) => {
  const { responsible } = facts.holder;
  const types = facts.policies.map(typeOfPolicy).filter((type) => type !== undefined);
  return (
    <>
      <CertificateFacts certificate={facts}>
        {responsible && (
          <>
            <dt>{text.responsible}</dt>
            <dd>
              {responsible.name}
              {responsible.cpf && `, ${text.cpf} ${showCpf(responsible.cpf)}`}
            </dd>
          </>
        )}
        <dt>{text.kind}</dt>
        <dd>{[KINDS[facts.kind], ...types].join(', ')}</dd>
      </CertificateFacts>
      <details>
        <summary>{text.technical}</summary>
        <TechnicalFacts facts={facts} />
      </details>
    </>
  );
};

const TechnicalFacts = ({ facts }: { facts: Facts }) => {
  const uses = facts.usages.map((usage) => USAGES[usage]).join(', ');
  const rows: [string, string[]][] = [
    [text.keyKind, [facts.key || text.otherKey]],
    [text.uses, [uses || text.anyUse]],
    [text.policy, facts.policies],
    [text.serial, [facts.serialNumber]],
    [text.fingerprint, [facts.fingerprint]],
    [text.lists, facts.crlAddresses],
    [text.online, facts.ocspAddresses],
    [text.issuerFile, facts.issuerAddresses],
  ];
  return (
    <dl class="facts">
      {rows
        .filter(([, values]) => values.length > 0)
        .map(([name, values]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd class="mono">
              {values.map((value) => (
                <div key={value}>{value}</div>
              ))}
            </dd>
          </Fragment>
        ))}
    </dl>
  );
};
