import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bytes } from '../src/base/bytes.ts';
import { toPem } from '../src/signing/certificate/pem.ts';
import { statementOfCrl } from '../src/signing/revocation/crl.ts';
import { signCrl } from '../test/support/crl.ts';
import { icpCertificate, icpFile } from '../test/support/icp.ts';
import type { Outcome } from './outcome.ts';
import { race } from './race.ts';

const ENTRIES = 150_000;
const DAY = 86_400_000;
const PEER = 'openssl';

/** Entries as authorities write them: serial numbers of nine octets in no order, and a reason. */
const entryOf = (index: number, since: number) => {
  const serialNumber = new Uint8Array(9);
  const view = new DataView(serialNumber.buffer);
  view.setUint8(0, 0x40);
  view.setUint32(1, (index * 2_654_435_761) >>> 0);
  view.setUint32(5, index);
  return { serialNumber, since: since - index * 1000, reason: 4 };
};

const makeCrl = async (serialNumber: Bytes): Promise<Bytes> => {
  const thisUpdate = Date.UTC(2026, 10, 22);
  const entries = Array.from({ length: ENTRIES - 1 }, (_, index) => entryOf(index, thisUpdate));
  // The one that is looked for stands last.
  const last = { serialNumber, since: thisUpdate - DAY, reason: 1 };
  return signCrl({ thisUpdate, nextUpdate: thisUpdate + DAY, entries: [...entries, last] });
};

const openssl = (...args: string[]): string => {
  const { status, error, stderr } = spawnSync(PEER, args, {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (error) throw new Error(`${PEER} is missing`);
  if (status !== 0) throw new Error(`${PEER} refuses: ${stderr.trim()}`);
  return stderr;
};

const timedOpenssl = (...args: string[]): number => {
  const start = performance.now();
  openssl(...args);
  return performance.now() - start;
};

/**
 * Times the search for a certificate in a CRL of 150,000 entries, the check of its signature included, beside
 * `openssl crl -text`, which reads and shows the entries. Throws where there is no openssl, or it does not accept the list.
 */
export const benchCrl = async (): Promise<Outcome> => {
  const folder = await mkdtemp(join(tmpdir(), 'estafeta-crl-'));
  try {
    const [certificate, issuer] = [await icpCertificate('ecpf'), await icpCertificate('ac2')];
    const crl = await makeCrl(certificate.serialNumber);
    const [file, authority] = [join(folder, 'list.crl'), join(folder, 'ac2.pem')];
    await writeFile(file, crl);
    await writeFile(authority, toPem(await icpFile('certs/ac2.der')));
    const input = ['crl', '-inform', 'DER', '-in', file];
    if (!openssl(...input, '-noout', '-CAfile', authority).includes('verify OK')) {
      throw new Error('openssl does not accept the list');
    }
    const median = await race({
      own: async () => {
        // The same bytes would be checked once for all rounds.
        const list = crl.slice();
        const start = performance.now();
        const statement = await statementOfCrl(list, certificate, issuer);
        if (statement?.revoked?.reason !== 1) throw new Error('the certificate was not found');
        return performance.now() - start;
      },
      openssl: () => timedOpenssl(...input, '-text', '-noout', '-out', join(folder, 'text')),
    });
    const [own, peer] = [median('own'), median('openssl')];
    const cells = [own, peer].map((ms) => ms.toFixed(1).padStart(11)).join('');
    return {
      lines: [
        'CRL, ms              own    openssl     own/openssl',
        `${ENTRIES} entries${cells}${(own / peer).toFixed(2).padStart(16)}`,
        `${(crl.length / 1e6).toFixed(1)} MB`,
      ],
      targets: [{ name: `CRL of ${ENTRIES} entries ≤ 1 × openssl`, met: own <= peer }],
    };
  } finally {
    await rm(folder, { recursive: true });
  }
};
