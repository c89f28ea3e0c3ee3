import { expose } from 'comlink';
import type { Bytes } from '../../src/base/bytes.ts';
import { readCertificate } from '../../src/signing/certificate/certificate.ts';
import { signAttached } from '../../src/signing/cms/sign.ts';
import { makeSigningKeys, type SigningKeys } from '../../src/signing/cms/signing-keys.ts';
import { verifyP7s } from '../../src/signing/cms/verify.ts';

let keys: SigningKeys | undefined;
let chain: Bytes[] = [];

/** The app's own steps in a worker, as in the app. */
const service = {
  /** DER: the key as PKCS#8, the certificates with the signer's first and the root last. */
  async open(pkcs8: Bytes, certificates: Bytes[]): Promise<void> {
    const certificate = certificates[0] && readCertificate(certificates[0]);
    if (!certificate) throw new Error('no certificate to sign with');
    keys = await makeSigningKeys(pkcs8, certificate);
    chain = certificates;
  },

  /** Its own check of the P7S is in it. */
  async sign(content: Blob): Promise<Blob> {
    if (!keys) throw new Error('no key is open');
    const options = { now: Date.now(), level: 'AD-RB' } as const;
    return signAttached(content, keys, chain.slice(1, -1), options);
  },

  async verify(p7s: Bytes): Promise<void> {
    const trust = { anchors: chain.slice(-1), intermediates: [] };
    const verified = await verifyP7s(p7s, trust, Date.now());
    if (!verified.ok) throw new Error(`the P7S does not verify: ${verified.error}`);
  },
};

export type SigningSteps = typeof service;

expose(service);
