import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type {
  CertificateFacts,
  Reason,
  SignatureReport,
} from '../../../app/files-to-sign/report.ts';
import { civilDateOf, showInstant, toBrazilianDate } from '../../../base/civil-date.ts';
import { certificateText, KINDS, USAGES } from '../../text/certificados.ts';
import {
  coverageSentence,
  LEVELS,
  REASONS,
  reportText as text,
} from '../../text/signature-report.ts';
import {
  claimedSentence,
  sayOfStamp,
  stampName,
  stampSentence,
} from '../../text/timestamp-report.ts';
import { showCnpj, showCpf } from '../../text/units.ts';
import { VerdictChip } from './verdict-chip.tsx';

interface SignatureCardProps {
  signature: SignatureReport;
  title: string;
  /** What else can be done with it. */
  action?: ComponentChildren;
}

/** One signature: who, what it is worth and why, when, what it covers; those that confirm it inside. */
export const SignatureCard = ({ signature, title, action }: SignatureCardProps) => {
  const heading = useId();
  const { signer, verdict, reasons, claimedTime, timestamp, level, countersignatures } = signature;
  const isStamp = signature.kind === 'document-timestamp';
  return (
    <section class="card stack" aria-labelledby={heading}>
      <div class="entry-head">
        <h2 id={heading}>
          {title}: {signer?.holder.name ?? text.unknownSigner}
        </h2>
        <VerdictChip verdict={verdict} />
      </div>
      {reasons.length > 0 && (
        <div>
          <ul class="plain-list">
            {reasons.map((reason) => (
              <li key={reason}>
                <strong>{isStamp ? sayOfStamp(reason) : REASONS[reason].what}</strong>{' '}
                {!isStamp && REASONS[reason].act}
              </li>
            ))}
          </ul>
        </div>
      )}
      <div>
        <dl class="facts">
          {signer && <Holder signer={signer} />}
          {!isStamp && (
            <Fact name={text.claimedTime}>{claimedSentence(claimedTime, timestamp)}</Fact>
          )}
          {timestamp && (
            <Fact name={stampName(timestamp)}>
              {stampSentence(timestamp)}
              {!isStamp && <StampReasons reasons={timestamp.reasons} />}
            </Fact>
          )}
          <Fact name={text.covers}>{coverageSentence(signature.covers)}</Fact>
          <Fact name={text.revocation}>{text.revocations[signature.revocation]}</Fact>
          <Fact name={text.level}>{isStamp ? text.documentTimestamp : LEVELS[level]}</Fact>
        </dl>
      </div>
      <Technical signature={signature} />
      {action}
      {countersignatures.map((countersignature, index) => {
        const name = text.countersignature(index + 1);
        return <SignatureCard key={name} signature={countersignature} title={name} />;
      })}
    </section>
  );
};

const Fact = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
);

const day = (instant: number) => toBrazilianDate(civilDateOf(instant));

const Holder = ({
  signer: { holder, kind, issuer, notBefore, notAfter },
}: {
  signer: CertificateFacts;
}) => (
  <>
    <Fact name={certificateText.holder}>{holder.name}</Fact>
    {holder.cpf && <Fact name={certificateText.cpf}>{showCpf(holder.cpf)}</Fact>}
    {holder.cnpj && <Fact name={certificateText.cnpj}>{showCnpj(holder.cnpj)}</Fact>}
    <Fact name={text.certificateKind}>
      {KINDS[kind]}, {certificateText.issuer.toLowerCase()} {issuer}
    </Fact>
    <Fact name={certificateText.validity}>
      {day(notBefore)} {certificateText.until} {day(notAfter)}
    </Fact>
  </>
);

const StampReasons = ({ reasons }: { reasons: Reason[] }) =>
  reasons.map((reason) => (
    <div key={reason} class="small">
      {sayOfStamp(reason)}
    </div>
  ));

const Technical = ({ signature }: { signature: SignatureReport }) => {
  const { signer, chain, policy, hash, judgedAt, ignoredAttributes } = signature;
  return (
    <details>
      <summary>{text.technical}</summary>
      <dl class="facts">
        {hash && <Fact name={text.hash}>{hash}</Fact>}
        {policy && (
          <Fact name={text.policy}>
            {policy.name} <span class="mono">{policy.oid}</span>
          </Fact>
        )}
        <Fact name={text.judgedAt}>{showInstant(judgedAt)}</Fact>
        {signer && (
          <>
            <Fact name={text.key}>{signer.key}</Fact>
            <Fact name={text.serialNumber}>
              <span class="mono">{signer.serialNumber}</span>
            </Fact>
            <Fact name={text.fingerprint}>
              <span class="mono">{signer.fingerprint}</span>
            </Fact>
            <Fact name={text.usages}>{signer.usages.map((usage) => USAGES[usage]).join(', ')}</Fact>
            <Fact name={text.certificatePolicies}>
              <span class="mono">{signer.policies.join(', ')}</span>
            </Fact>
          </>
        )}
        {ignoredAttributes && ignoredAttributes.length > 0 && (
          <Fact name={text.ignored}>
            <span class="mono">{ignoredAttributes.join(', ')}</span>
          </Fact>
        )}
        {chain.length > 0 && (
          <Fact name={text.chain}>
            <ol>
              {chain.map(({ holder, fingerprint }) => (
                <li key={fingerprint}>{holder.name}</li>
              ))}
            </ol>
          </Fact>
        )}
      </dl>
    </details>
  );
};
