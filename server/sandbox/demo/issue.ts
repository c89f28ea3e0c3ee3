import {
  Integer,
  ObjectIdentifier,
  PrintableString,
  Sequence,
  Set as SetOf,
  Utf8String,
} from 'asn1js';
import { Certificate, type Extension, RelativeDistinguishedNames } from 'pkijs';
import type { Bytes } from '../../../src/base/bytes.ts';
import { authorityKeyIdentifier, subjectKeyIdentifier } from './extensions.ts';

/** A certificate with its key. */
export interface Identity {
  name: RelativeDistinguishedNames;
  keys: CryptoKeyPair;
  /** Of the public key. */
  keyId: Bytes;
  certificate: Bytes;
}

export interface CertificateRequest {
  commonName: string;
  organizationalUnit: string;
  extensions: Extension[];
  /** Epoch ms. */
  notBefore: number;
  /** Epoch ms. */
  notAfter: number;
}

const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  modulusLength: 2048,
  publicExponent: Uint8Array.of(1, 0, 1),
  hash: 'SHA-256',
};

const relativeName = (type: string, value: PrintableString | Utf8String) =>
  new SetOf({ value: [new Sequence({ value: [new ObjectIdentifier({ value: type }), value] })] });

/** Read back from DER, because PKI.js itself writes every attribute into one multi-valued name. */
const distinguishedName = ({ organizationalUnit, commonName }: CertificateRequest) =>
  RelativeDistinguishedNames.fromBER(
    new Sequence({
      value: [
        relativeName('2.5.4.6', new PrintableString({ value: 'BR' })),
        relativeName('2.5.4.10', new Utf8String({ value: 'Estafeta Demonstração' })),
        relativeName('2.5.4.11', new Utf8String({ value: organizationalUnit })),
        relativeName('2.5.4.3', new Utf8String({ value: commonName })),
      ],
    }).toBER(),
  );

/** Sixteen octets, positive and without leading zeros (RFC 5280 §4.1.2.2). */
const newSerialNumber = (): Integer => {
  const octets = crypto.getRandomValues(new Uint8Array(16));
  octets[0] = ((octets[0] ?? 0) & 0x3f) | 0x40;
  return new Integer({ valueHex: octets });
};

const keyIdOf = async (key: CryptoKey): Promise<Bytes> => {
  const spki = await crypto.subtle.exportKey('spki', key);
  return new Uint8Array(await crypto.subtle.digest('SHA-1', spki));
};

/** Makes a key and issues its certificate; without an issuer it signs itself. */
export const issue = async (request: CertificateRequest, issuer?: Identity): Promise<Identity> => {
  const keys = await crypto.subtle.generateKey(RSA, true, ['sign', 'verify']);
  const name = distinguishedName(request);
  const keyId = await keyIdOf(keys.publicKey);
  const certificate = new Certificate({
    version: 2,
    serialNumber: newSerialNumber(),
    issuer: issuer?.name ?? name,
    subject: name,
    extensions: [
      ...request.extensions,
      subjectKeyIdentifier(keyId),
      authorityKeyIdentifier(issuer?.keyId ?? keyId),
    ],
  });
  certificate.notBefore.value = new Date(request.notBefore);
  certificate.notAfter.value = new Date(request.notAfter);
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  await certificate.sign(issuer?.keys.privateKey ?? keys.privateKey, 'SHA-256');
  return { name, keys, keyId, certificate: new Uint8Array(certificate.toSchema(true).toBER()) };
};
