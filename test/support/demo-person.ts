import { join } from 'node:path';
import type { Bytes } from '../../src/base/bytes.ts';
import type { Certificate } from '../../src/signing/certificate/certificate.ts';
import { signAttached, signDetachedForPdf } from '../../src/signing/cms/sign.ts';
import type { SigningKeys } from '../../src/signing/cms/signing-keys.ts';
import { signPdf } from '../../src/signing/pdf/sign.ts';
import { demoSigner } from './demo-signer.ts';

/** One of the demo people, as her files in the demo folder tell, signing outside the app. */
export interface DemoPerson {
  certificate: Certificate;
  keys: SigningKeys;
  chain: Bytes[];
  /** `at`: epoch ms. */
  signP7s(content: Blob, at: number): Promise<Blob>;
  signPdf(pdf: Bytes, at: number): Promise<Bytes>;
}

/** Reads a person from a demo folder. */
export const demoPerson = async (folder: string, person: 'maria' | 'joao'): Promise<DemoPerson> => {
  const { keys, chain } = await demoSigner((file) => join(folder, file), person);
  const { certificate } = keys;
  return {
    ...{ certificate, keys, chain },
    signP7s: (content, now) => signAttached(content, keys, chain, { now, level: 'AD-RB' }),
    signPdf: async (pdf, now) => {
      const options = { signingTime: now, name: certificate.holder.name };
      const signed = await signPdf(pdf, options, (bytes) =>
        signDetachedForPdf(bytes, keys, chain, { now, level: 'AD-RB' }),
      );
      if (!signed.ok) throw new Error(signed.error);
      return signed.value;
    },
  };
};
