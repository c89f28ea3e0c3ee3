import type { Bytes } from '../../src/base/bytes.ts';
import type { SigningKeys } from '../../src/signing/cms/signing-keys.ts';
import { icpChain, icpKeys } from '../support/icp.ts';

/** A synthetic person with one kind of key. */
export interface Person {
  kind: string;
  keys: SigningKeys;
  /** DER of the authorities above. */
  chain: Bytes[];
}

export const joao: Person = { kind: 'RSA-2048', keys: await icpKeys('ecpf'), chain: icpChain };

/** One of each kind of key. */
export const PEOPLE: Person[] = [
  joao,
  { kind: 'RSA-4096', keys: await icpKeys('ecpf4096'), chain: icpChain },
  { kind: 'EC P-256', keys: await icpKeys('ecp256'), chain: icpChain },
  { kind: 'EC P-384', keys: await icpKeys('ecleaf'), chain: [] },
];
