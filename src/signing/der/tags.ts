/** Identifier octets of the universal types used here (X.690 §8.1.2, X.680 table 1). */
export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  utf8String: 0x0c,
  printableString: 0x13,
  t61String: 0x14,
  ia5String: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  bmpString: 0x1e,
  sequence: 0x30,
  set: 0x31,
} as const;

/** Context-specific tag `[number]`, constructed. */
export const context = (number: number): number => 0xa0 + number;

/** Context-specific tag `[number]`, primitive. */
export const contextPrimitive = (number: number): number => 0x80 + number;

export const constructed = (tag: number): boolean => (tag & 0x20) !== 0;
