import { expose } from 'comlink';
import type { Bytes } from '../../src/base/bytes.ts';
import { readCertificate } from '../../src/signing/certificate/certificate.ts';
import { signAttached } from '../../src/signing/cms/sign.ts';
import { makeSigningKeys, type SigningKeys } from '../../src/signing/cms/signing-keys.ts';
import { verifyP7s } from '../../src/signing/cms/verify.ts';

/** DER: the key as PKCS#8, the certificates with the signer's first. */
export interface KeyFiles {
  pkcs8: Bytes;
  certificates: Bytes[];
}

let keys: SigningKeys | undefined;
let chain: Bytes[] = [];

/** The steps of the app's `signP7s`, each to be timed by itself. */
const service = {
  async open({ pkcs8, certificates }: KeyFiles): Promise<void> {
    const certificate = certificates[0] && readCertificate(certificates[0]);
    if (!certificate) throw new Error('no certificate to sign with');
    keys = await makeSigningKeys(pkcs8, certificate);
    chain = certificates;
  },

  async sign(content: Blob): Promise<Blob> {
    if (!keys) throw new Error('no key is open');
    return signAttached(content, keys, chain.slice(1), { now: Date.now(), level: 'AD-RB' });
  },

  async verify(p7s: Blob): Promise<void> {
    const bytes = new Uint8Array(await p7s.arrayBuffer());
    const verified = await verifyP7s(bytes, { anchors: chain, intermediates: [] }, Date.now());
    if (!verified.ok) throw new Error(`own signature does not verify: ${verified.error}`);
  },
};

export type SigningSteps = typeof service;

expose(service);
