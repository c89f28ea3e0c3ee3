import type { Client } from '@libsql/client';
import { type Bytes, fromHex, toHex } from '../../../src/base/bytes.ts';

export interface RevokedCertificate {
  /** INTEGER octets. */
  serialNumber: Bytes;
  /** Epoch ms. */
  since: number;
  /** CRLReason (RFC 5280 §5.3.1). */
  reason: number;
}

/** The certificates of the final demo authority that were revoked. */
export interface RevokedStore {
  all(): Promise<RevokedCertificate[]>;
  revoke(certificate: RevokedCertificate): Promise<void>;
  /** No authority can do that but for a suspension; it is for tests. */
  clear(): Promise<void>;
}

export const openRevokedStore = (database: Client): RevokedStore => ({
  all: async () => {
    const { rows } = await database.execute('SELECT * FROM revoked ORDER BY since');
    return rows.map(({ serial, since, reason }) => ({
      serialNumber: fromHex(String(serial)),
      since: Number(since),
      reason: Number(reason),
    }));
  },
  revoke: async ({ serialNumber, since, reason }) => {
    await database.execute({
      sql: 'INSERT OR REPLACE INTO revoked (serial, since, reason) VALUES (?, ?, ?)',
      args: [toHex(serialNumber), since, reason],
    });
  },
  clear: async () => {
    await database.execute('DELETE FROM revoked');
  },
});
