import type { Bytes } from '../../base/bytes.ts';
import type { Certificate } from '../certificate/certificate.ts';
import { sequence } from '../der/writer.ts';
import { writeCertId } from './cert-id.ts';

/** OCSPRequest (RFC 6960 §4.1) about one certificate; without a nonce, because responders answer from what they prepared. */
export const writeOcspRequest = async (
  certificate: Pick<Certificate, 'serialNumber'>,
  issuer: Certificate,
): Promise<Bytes> => {
  const request = sequence(await writeCertId(certificate, issuer));
  return sequence(sequence(sequence(request)));
};
