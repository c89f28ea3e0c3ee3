import { type Bytes, fromUtf8 } from '../../base/bytes.ts';
import { readCertificate } from '../certificate/certificate.ts';
import { fromPem } from '../certificate/pem.ts';
import { readSignedData } from '../cms/signed-data.ts';
import { readCrl } from '../revocation/crl.ts';
import { readOcspResponse } from '../revocation/ocsp-response.ts';

/** One thing that authorities publish, DER. */
export interface Published {
  kind: 'certificate' | 'crl' | 'ocsp-response';
  der: Bytes;
}

const PEM_START = '-----BEGIN ';

const isPem = (file: Bytes): boolean => fromUtf8(file.subarray(0, 200)).includes(PEM_START);

const readPem = (text: string): Bytes[] => {
  try {
    return (['CERTIFICATE', 'X509 CRL', 'PKCS7'] as const).flatMap((label) => fromPem(text, label));
  } catch {
    // Base64 that was cut.
    return [];
  }
};

const certificate = (der: Bytes): Published => ({ kind: 'certificate', der });

const readDerFile = (der: Bytes): Published[] => {
  if (readCertificate(der)) return [certificate(der)];
  if (readCrl(der)) return [{ kind: 'crl', der }];
  if (readOcspResponse(der)) return [{ kind: 'ocsp-response', der }];
  return (readSignedData(der)?.certificates ?? []).map(certificate);
};

/**
 * What lies in a file of an authority: certificates (`.cer`, `.crt`, `.pem`), a bag of them (`.p7b`, `.p7c`: a
 * SignedData without signers, RFC 5652 §5.1), a CRL or an OCSP answer, in DER or PEM. Empty where it is none of these.
 */
export const readTrustFile = (file: Bytes): Published[] =>
  (isPem(file) ? readPem(fromUtf8(file)) : [file]).flatMap(readDerFile);
