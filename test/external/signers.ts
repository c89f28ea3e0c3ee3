import type { Bytes } from '../../src/base/bytes.ts';
import type { SigningKeys } from '../../src/signing/cms/signing-keys.ts';
import { icpChain, icpKeys } from '../support/icp.ts';

/** A synthetic person with one kind of key. */
export interface Person {
  /** The kind of key. */
  name: string;
  keys: SigningKeys;
  /** DER of the authorities above. */
  chain: Bytes[];
}

export const joao: Person = { name: 'RSA-2048', keys: await icpKeys('ecpf'), chain: icpChain };
export const maria: Person = { name: 'RSA-2048', keys: await icpKeys('ecpf-ps'), chain: icpChain };
export const rsa4096: Person = {
  name: 'RSA-4096',
  keys: await icpKeys('ecpf4096'),
  chain: icpChain,
};
export const curve: Person = { name: 'P-256', keys: await icpKeys('ecp256'), chain: icpChain };

/** One of each kind of key. */
export const PEOPLE: Person[] = [
  joao,
  rsa4096,
  curve,
  { name: 'P-384', keys: await icpKeys('ecleaf'), chain: [] },
];
