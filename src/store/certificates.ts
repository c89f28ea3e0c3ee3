import type { Result } from '../base/result.ts';
import { seal } from './codec.ts';
import type { Database, StorageFault } from './database.ts';
import { readAll } from './read-all.ts';
import type { StoredCertificate } from './schema.ts';

/** Imported certificates by the fingerprint of the leaf. Never a `CryptoKey`, never a key in clear (D10). */
export interface Certificates {
  list(): Promise<StoredCertificate[]>;
  save(certificate: StoredCertificate): Promise<Result<void, StorageFault>>;
  remove(fingerprint: string): Promise<Result<void, StorageFault>>;
}

export const certificateStore = (database: Database): Certificates => ({
  list: async () => (await readAll(database, 'certificates')).records,

  save: async (certificate) => {
    const sealed = await seal(certificate);
    return database.write(['certificates'], 'strict', async (transaction) => {
      const { fingerprint } = certificate.summary;
      await transaction.objectStore('certificates').put(sealed, fingerprint);
    });
  },

  remove: async (fingerprint) =>
    database.write(['certificates'], 'strict', async (transaction) => {
      await transaction.objectStore('certificates').delete(fingerprint);
    }),
});
