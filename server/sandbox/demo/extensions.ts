import {
  type AsnType,
  BitString,
  Constructed,
  Null,
  ObjectIdentifier,
  OctetString,
  Primitive,
  Sequence,
} from 'asn1js';
import { BasicConstraints, Extension, ExtKeyUsage } from 'pkijs';
import { type Bytes, utf8 } from '../../../src/base/bytes.ts';

const CONTEXT_SPECIFIC = 3;

const der = (value: { toBER(): ArrayBuffer }): ArrayBuffer => value.toBER();

export const basicConstraints = (pathLength?: number): Extension =>
  new Extension({
    extnID: '2.5.29.19',
    critical: true,
    extnValue: der(
      new BasicConstraints({
        cA: true,
        ...(pathLength === undefined ? {} : { pathLenConstraint: pathLength }),
      }).toSchema(),
    ),
  });

/** Bits of KeyUsage (RFC 5280 §4.2.1.3). */
const KEY_USAGE = {
  digitalSignature: 0,
  nonRepudiation: 1,
  keyEncipherment: 2,
  keyCertSign: 5,
  cRLSign: 6,
} as const;

export const keyUsage = (...usages: (keyof typeof KEY_USAGE)[]): Extension => {
  const bits: number[] = usages.map((usage) => KEY_USAGE[usage]);
  const octet = bits.reduce((octets, bit) => octets | (0x80 >> bit), 0);
  return new Extension({
    extnID: '2.5.29.15',
    critical: true,
    extnValue: der(
      new BitString({ valueHex: Uint8Array.of(octet).buffer, unusedBits: 7 - Math.max(...bits) }),
    ),
  });
};

export const extendedKeyUsage = (purposes: string[], critical = false): Extension =>
  new Extension({
    extnID: '2.5.29.37',
    critical,
    extnValue: der(new ExtKeyUsage({ keyPurposes: purposes }).toSchema()),
  });

/** RFC 5280 §4.2.1.4, one policy without qualifiers. */
export const certificatePolicy = (policy: string): Extension => {
  const information = new Sequence({ value: [new ObjectIdentifier({ value: policy })] });
  return new Extension({
    extnID: '2.5.29.32',
    extnValue: der(new Sequence({ value: [information] })),
  });
};

export const subjectKeyIdentifier = (id: Bytes): Extension =>
  new Extension({ extnID: '2.5.29.14', extnValue: der(new OctetString({ valueHex: id })) });

export const authorityKeyIdentifier = (id: Bytes): Extension => {
  const idBlock = { tagClass: CONTEXT_SPECIFIC, tagNumber: 0 };
  return new Extension({
    extnID: '2.5.29.35',
    extnValue: der(new Sequence({ value: [new Primitive({ idBlock, valueHex: id })] })),
  });
};

const primitiveName = (tagNumber: number, valueHex: Bytes): Primitive =>
  new Primitive({ idBlock: { tagClass: CONTEXT_SPECIFIC, tagNumber }, valueHex });

const contextZero = (...value: AsnType[]): Constructed =>
  new Constructed({ idBlock: { tagClass: CONTEXT_SPECIFIC, tagNumber: 0 }, value });

/** RFC 5280 §4.2.1.13, one address. NSS (pdfsig) trusts no chain below the root without it. */
export const crlDistributionPoint = (uri: string): Extension => {
  const point = new Sequence({ value: [contextZero(contextZero(primitiveName(6, utf8(uri))))] });
  return new Extension({
    extnID: '2.5.29.31',
    extnValue: der(new Sequence({ value: [point] })),
  });
};

const access = (method: string, uri: string): Sequence =>
  new Sequence({
    value: [new ObjectIdentifier({ value: method }), primitiveName(6, utf8(uri))],
  });

/** RFC 5280 §4.2.2.1: the issuer's certificate and, where there is one, its OCSP responder. */
export const authorityInfoAccess = (issuer: string, ocsp?: string): Extension => {
  const responder = ocsp === undefined ? [] : [access('1.3.6.1.5.5.7.48.1', ocsp)];
  return new Extension({
    extnID: '1.3.6.1.5.5.7.1.1',
    extnValue: der(new Sequence({ value: [...responder, access('1.3.6.1.5.5.7.48.2', issuer)] })),
  });
};

/** RFC 6960 §4.2.2.2.1: nobody asks whether the responder itself was revoked. */
export const ocspNoCheck = (): Extension =>
  new Extension({ extnID: '1.3.6.1.5.5.7.48.1.5', extnValue: der(new Null()) });

/** `otherName` with an OCTET STRING, as DOC-ICP-04 writes holders' data. */
export const otherName = (oid: string, text: string): Constructed =>
  contextZero(
    new ObjectIdentifier({ value: oid }),
    contextZero(new OctetString({ valueHex: utf8(text) })),
  );

export const emailName = (address: string): Primitive => primitiveName(1, utf8(address));
export const dnsName = (host: string): Primitive => primitiveName(2, utf8(host));
export const ipName = (octets: number[]): Primitive => primitiveName(7, Uint8Array.from(octets));

export const subjectAltName = (...names: (Constructed | Primitive)[]): Extension =>
  new Extension({ extnID: '2.5.29.17', extnValue: der(new Sequence({ value: names })) });
