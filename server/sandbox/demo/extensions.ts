import {
  type AsnType,
  BitString,
  Constructed,
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

export const extendedKeyUsage = (...purposes: string[]): Extension =>
  new Extension({
    extnID: '2.5.29.37',
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
