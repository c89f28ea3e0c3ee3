import { Integer, Utf8String } from 'asn1js';
import { AttributeTypeAndValue, Certificate, Extension, GeneralName, GeneralNames } from 'pkijs';
import { toBase64 } from '../../src/base/bytes.ts';

const pem = (label: string, der: ArrayBuffer): string =>
  `-----BEGIN ${label}-----\n${toBase64(new Uint8Array(der))}\n-----END ${label}-----\n`;

/** A fresh self-signed TLS certificate for `localhost`, valid from yesterday for two days, as PEM. */
export const makeServerCertificate = async (): Promise<{ key: string; cert: string }> => {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = new Certificate();
  certificate.version = 2;
  certificate.serialNumber = new Integer({ value: 1 });
  const name = new AttributeTypeAndValue({
    type: '2.5.4.3',
    value: new Utf8String({ value: 'localhost' }),
  });
  certificate.subject.typesAndValues.push(name);
  certificate.issuer.typesAndValues.push(name);
  const day = 86_400_000;
  certificate.notBefore.value = new Date(Date.now() - day);
  certificate.notAfter.value = new Date(Date.now() + day);
  const names = new GeneralNames({ names: [new GeneralName({ type: 2, value: 'localhost' })] });
  certificate.extensions = [
    new Extension({ extnID: '2.5.29.17', extnValue: names.toSchema().toBER() }),
  ];
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  await certificate.sign(keys.privateKey, 'SHA-256');
  return {
    key: pem('PRIVATE KEY', await crypto.subtle.exportKey('pkcs8', keys.privateKey)),
    cert: pem('CERTIFICATE', certificate.toSchema().toBER()),
  };
};
