import { afterEach, beforeAll, expect, it } from 'vitest';
import { answerTimestamp } from '../../../server/sandbox/icp/timestamp.ts';
import { type Bytes, bytesOf } from '../../base/bytes.ts';
import { readCertificate } from '../../signing/certificate/certificate.ts';
import { makeSigningKeys } from '../../signing/cms/signing-keys.ts';
import { examineP7s } from '../../signing/examine/examine-p7s.ts';
import { examinePdf } from '../../signing/examine/examine-pdf.ts';
import { readPdfSignatures } from '../../signing/pdf/read-signatures.ts';
import { ambientesFromGateway } from '../state.ts';
import { clock } from '../stores.ts';
import {
  forgetKeys,
  inSigningWorker,
  TimestampRefusedError,
  workerSigner,
} from './signing-client.ts';

const fixture = async (path: string): Promise<Bytes> => {
  const response = await fetch(`/test/fixtures/${path}`);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return bytesOf(await response.blob());
};

const certificates = await Promise.all(
  ['ac2', 'ac1', 'raiz', 'tsa'].map((name) => fixture(`icp/certs/${name}.der`)),
);
const [ac2, ac1, raiz, tsa] = certificates.map(readCertificate);
if (!ac2 || !ac1 || !raiz || !tsa) throw new Error('no certificates');
const trust = { anchors: [raiz.der], intermediates: [ac2.der, ac1.der] };

/** An authority of time stamps, as the page asks it over the relay. */
const authority = async (request: Bytes): Promise<Bytes> => {
  const act = await makeSigningKeys(await fixture('icp/keys/tsa.pk8'), tsa);
  const [final, primeira] = [
    { ...act, certificate: ac2 },
    { ...act, certificate: ac1 },
  ];
  const authorities = { act, ocsp: act, final, primeira, raiz: { ...act, certificate: raiz } };
  return answerTimestamp(request, authorities, clock.now());
};

const openKey = async () => {
  const file = await fixture('icp/pfx/modern.pfx');
  const opened = await inSigningWorker(async (service) =>
    service.openPfx(file, 'senha123', clock.now()),
  );
  if (!opened.ok || !('summary' in opened.value)) throw new Error('modern.pfx does not open');
  return workerSigner(opened.value.summary);
};

const levelsIn = async (p7s: Blob, content?: Bytes) => {
  const options = { now: clock.now(), ...(content && { content }) };
  const { signatures } = await examineP7s(await bytesOf(p7s), trust, options);
  expect(signatures.every(({ verdict }) => verdict === 'valid-revocation-unchecked')).toBe(true);
  return signatures.map(({ level }) => level);
};

const text = new TextEncoder().encode('edital');

beforeAll(() => {
  // As under a gateway, whose worker carries its own policy: there is no service worker to wait for.
  ambientesFromGateway.value = true;
});
afterEach(forgetKeys);

it('signs under a policy unless told otherwise, attached or detached', async () => {
  const signer = await openKey();
  const content = new Blob([text]);
  expect(await levelsIn(await signer.signP7s(content))).toEqual(['AD-RB']);
  expect(await levelsIn(await signer.signP7s(content, { level: 'BES' }))).toEqual(['BES']);
  const detached = await signer.signP7s(content, { detached: true });
  expect(await levelsIn(detached, text)).toEqual(['AD-RB']);
});

it('signs a PDF as common readers verify it, and under a policy where it is asked for', async () => {
  const signer = await openKey();
  const original = await fixture('pdf/table-1.3.pdf');
  const subFilterOf = async (pdf: Bytes) => {
    const read = await readPdfSignatures(pdf);
    return read.ok && read.value[0]?.subFilter;
  };
  const usual = await signer.signPdf(original);
  expect(await subFilterOf(usual)).toBe('ETSI.CAdES.detached');
  const underPolicy = await signer.signPdf(original, { level: 'AD-RB' });
  expect(await subFilterOf(underPolicy)).toBe('PBAD.PAdES');
});

it('has the page ask for a time stamp, in a P7S and in a PDF', async () => {
  const signer = await openKey();
  const p7s = await signer.signP7s(new Blob([text]), { timestamp: authority });
  expect(await levelsIn(p7s)).toEqual(['AD-RT']);
  const choices = { level: 'AD-RB', timestamp: authority } as const;
  const pdf = await signer.signPdf(await fixture('pdf/table-1.3.pdf'), choices);
  const { signatures } = await examinePdf(pdf, trust, { now: clock.now() });
  expect(signatures).toMatchObject([
    { level: 'AD-RT', policy: { name: 'PA_PAdES_AD_RB_v1_3' }, covers: { of: 'whole-file' } },
  ]);
});

it('makes no signature where a time stamp was wanted in vain', async () => {
  const signer = await openKey();
  const timestamp = async () => undefined;
  const p7s = signer.signP7s(new Blob([text]), { timestamp });
  await expect(p7s).rejects.toEqual(new TimestampRefusedError('timestamp-unreachable'));
  const pdf = signer.signPdf(await fixture('pdf/table-1.3.pdf'), { timestamp });
  await expect(pdf).rejects.toEqual(new TimestampRefusedError('timestamp-unreachable'));
});

it('signs beside another signer, and signs that signature', async () => {
  const signer = await openKey();
  const original = new Blob([await fixture('icp/cms/ec.p7s')]);
  const both = await signer.coSign(original);
  expect(both.ok && (await levelsIn(both.value))).toEqual(['BES', 'AD-RB']);
  if (both.ok)
    expect(await signer.coSign(both.value)).toEqual({ ok: false, error: 'already-signed' });
  const countersigned = await signer.counterSign(original, 0);
  if (!countersigned.ok) throw new Error(countersigned.error);
  const { signatures } = await examineP7s(await bytesOf(countersigned.value), trust, {
    now: clock.now(),
  });
  expect(signatures[0]?.countersignatures).toMatchObject([{ reasons: ['revocation-unchecked'] }]);
});
