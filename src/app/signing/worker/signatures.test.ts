import { expect, it } from 'vitest';
import { answerTimestamp } from '../../../../server/sandbox/icp/timestamp.ts';
import { icpCertificate, icpFile, icpKeys } from '../../../../test/support/icp.ts';
import { onePage, tablePdf } from '../../../../test/support/pdfs.ts';
import type { Bytes } from '../../../base/bytes.ts';
import { octetString, tagged } from '../../../signing/der/writer.ts';
import { readPdfSignatures } from '../../../signing/pdf/read-signatures.ts';
import { opening } from './open-key.ts';
import { signatures } from './signatures.ts';

const NOW = Date.UTC(2030, 0, 1);

/** An authority that sends 16 KiB of its own along (RFC 5652 §10.2.2, `other`), and counts who asks. */
const talkativeAuthority = async () => {
  const act = await icpKeys('tsa');
  const above = async (name: string) => ({ ...act, certificate: await icpCertificate(name) });
  const [final, primeira, raiz] = [await above('ac2'), await above('ac1'), await above('raiz')];
  final.certificate.der = tagged(3, octetString(new Uint8Array(16 * 1024)));
  const asked: Bytes[] = [];
  const ask = (request: Bytes) => {
    asked.push(request);
    return answerTimestamp(request, { act, ocsp: act, final, primeira, raiz }, NOW);
  };
  return { asked, ask };
};

it('asks for one time stamp for one PDF, also where much comes with it', async () => {
  await opening.openPfx(await icpFile('pfx/modern.pfx'), 'senha123', NOW);
  const { asked, ask } = await talkativeAuthority();
  const { fingerprint } = await icpCertificate('ecpf');
  const options = { now: NOW, level: 'AD-RB', by: fingerprint } as const;
  const signed = await signatures.signPdf(tablePdf(onePage()), options, ask);
  if (!signed.ok) throw new Error(signed.error);
  expect(asked).toHaveLength(1);
  const read = await readPdfSignatures(signed.value);
  expect(read.ok && read.value[0]?.cms.length).toBeGreaterThan(16 * 1024);
});

it('signs with no other key than the one that was agreed to', async () => {
  await opening.openPfx(await icpFile('pfx/modern.pfx'), 'senha123', NOW);
  const { fingerprint } = await icpCertificate('ecpf');
  await opening.openPfx(await icpFile('pfx/ecpf-ps.pfx'), 'senha123', NOW);
  const options = { now: NOW, level: 'BES', by: fingerprint } as const;
  const pdf = await signatures.signPdf(tablePdf(onePage()), options);
  expect(pdf).toEqual({ ok: false, error: 'key-changed' });
  const p7s = await signatures.signP7s(new Blob(['ata']), options);
  expect(p7s).toEqual({ ok: false, error: 'key-changed' });
});
