import type { ComponentChildren } from 'preact';
import { endOf } from '../../app/certificates.ts';
import type { CertificateSummary } from '../../app/form.ts';
import { civilDateOf, toBrazilianDate } from '../../base/civil-date.ts';
import { certificateText as text } from '../text/certificados.ts';
import { showCnpj, showCpf } from '../text/units.ts';
import { sayValidity } from '../text/validade.ts';

const day = (instant: number) => toBrazilianDate(civilDateOf(instant));

interface CertificateFactsProps {
  certificate: CertificateSummary;
  /** Further terms and descriptions. */
  children?: ComponentChildren;
}

/** What is known of a certificate. */
export const CertificateFacts = ({ certificate, children }: CertificateFactsProps) => {
  const { holder, issuer, notBefore, notAfter } = certificate;
  return (
    <dl class="facts">
      <dt>{text.holder}</dt>
      <dd>{holder.name}</dd>
      {holder.cpf && (
        <>
          <dt>{text.cpf}</dt>
          <dd>{showCpf(holder.cpf)}</dd>
        </>
      )}
      {holder.cnpj && (
        <>
          <dt>{text.cnpj}</dt>
          <dd>{showCnpj(holder.cnpj)}</dd>
        </>
      )}
      <dt>{text.issuer}</dt>
      <dd>{issuer}</dd>
      <dt>{text.validity}</dt>
      <dd>
        {day(notBefore)} {text.until} {day(notAfter)} <TimeLeft certificate={certificate} />
      </dd>
      {children}
    </dl>
  );
};

const TimeLeft = ({ certificate }: { certificate: CertificateSummary }) => {
  const { days, soon } = endOf(certificate);
  return (
    <span class={soon ? 'chip chip-warning' : 'soft'}>
      {days < 0 ? sayValidity(days) : `(${sayValidity(days)})`}
    </span>
  );
};
