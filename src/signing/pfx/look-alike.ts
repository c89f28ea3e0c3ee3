import { type Bytes, fromUtf8 } from '../../base/bytes.ts';
import { readCertificate } from '../certificate/certificate.ts';
import { attempt, fieldsOf, readDer } from '../der/reader.ts';
import { oidOf } from '../der/values.ts';
import { OID } from '../oids.ts';
import type { NotPfx } from './fault.ts';

/** Enough for the labels of PEM and the header of a PDF; certificates of a bundle may stand before its key. */
const HEAD_BYTES = 64 * 1024;

const TEXTS: readonly [RegExp, NotPfx][] = [
  [/^%PDF-/, 'is-pdf'],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----/, 'is-pem-key'],
  [/-----BEGIN (PKCS7|CMS)-----/, 'is-signed-data'],
  [/-----BEGIN (TRUSTED )?CERTIFICATE-----/, 'is-certificate'],
];

const isSignedData = (file: Bytes): boolean => {
  const type = attempt(() => oidOf(fieldsOf(readDer(file)).next()));
  return 'value' in type && type.value === OID.signedData;
};

/** Says which of the files that lie beside a PFX was chosen in its place. */
export const lookAlike = (file: Bytes): NotPfx => {
  const head = fromUtf8(file.subarray(0, HEAD_BYTES));
  const byText = TEXTS.find(([pattern]) => pattern.test(head));
  if (byText) return byText[1];
  if (readCertificate(file)) return 'is-certificate';
  return isSignedData(file) ? 'is-signed-data' : 'not-a-pfx';
};
