import type { Check } from '../../app/form.ts';
import { key } from '../../app/state.ts';
import { CertificateFacts } from './certificate-facts.tsx';
import { PreflightList } from './preflight-list.tsx';
import { Unlock } from './unlock.tsx';

interface SigningCertificateProps {
  checks: readonly Check[] | undefined;
  /** Why a certificate is to be opened. */
  needKey: string;
}

/** With which certificate a signature would be made, and what was checked of it; else the way to open one. */
export const SigningCertificate = ({ checks, needKey }: SigningCertificateProps) => {
  const state = key.value;
  return state.kind === 'unlocked' ? (
    <>
      <CertificateFacts certificate={state.certificate} />
      <PreflightList checks={checks} />
    </>
  ) : (
    <>
      <p>{needKey}</p>
      <Unlock />
    </>
  );
};
