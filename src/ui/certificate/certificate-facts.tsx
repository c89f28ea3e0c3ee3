import type { CertificateSummary } from '../../app/form.ts';
import { civilDateOf, toBrazilianDate } from '../../base/civil-date.ts';
import { certificateText as text } from '../text/certificados.ts';
import { showCnpj, showCpf } from '../text/units.ts';

const day = (instant: number) => toBrazilianDate(civilDateOf(instant));

/** What is known of a certificate. */
export const CertificateFacts = ({ certificate }: { certificate: CertificateSummary }) => {
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
        {day(notBefore)} {text.until} {day(notAfter)}
      </dd>
    </dl>
  );
};
