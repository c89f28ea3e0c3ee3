import { readFile } from 'node:fs/promises';
import type { Bytes } from '../../src/base/bytes.ts';
import { readCertificate } from '../../src/signing/certificate/certificate.ts';
import { fromPem } from '../../src/signing/certificate/pem.ts';
import { makeSigningKeys, type SigningKeys } from '../../src/signing/cms/signing-keys.ts';

/** A person of the sandbox with what she signs with outside the app. */
interface DemoSigner {
  keys: SigningKeys;
  /** Authorities above her, DER. */
  chain: Bytes[];
}

/** Reads the key of a person, such as `joao`, from the demo folder of a sandbox. */
export const demoSigner = async (
  demo: (file: string) => string,
  person: string,
): Promise<DemoSigner> => {
  const read = (file: string) => readFile(demo(file), 'utf8');
  const [der] = fromPem(await read(`${person}.pem`));
  const [pkcs8] = fromPem(await read(`${person}.key.pem`), 'PRIVATE KEY');
  const certificate = der && readCertificate(der);
  if (!certificate || !pkcs8) throw new Error(`no key of ${person}`);
  const keys = await makeSigningKeys(pkcs8, certificate);
  return { keys, chain: fromPem(await read('cadeia.pem')) };
};
