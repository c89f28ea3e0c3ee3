import { createPrivateKey, X509Certificate } from 'node:crypto';
import { err, ok, type Result } from '../src/base/result.ts';
import type { KeyFault } from './gateway/pen/pen-config.ts';

/** Opens a PEM key, encrypted or not, as PKCS#8 PEM; it must be RSA and that of the certificate (PEM). */
export const openKey = (
  pem: string,
  password: string | undefined,
  certificate: string,
): Result<string, KeyFault> => {
  try {
    const key = createPrivateKey({
      key: pem,
      ...(password === undefined ? {} : { passphrase: password }),
    });
    if (key.asymmetricKeyType !== 'rsa') return err('key-not-rsa');
    if (!new X509Certificate(certificate).checkPrivateKey(key)) return err('key-of-another');
    return ok(key.export({ format: 'pem', type: 'pkcs8' }).toString());
  } catch {
    return err('key-unusable');
  }
};
