import { expect, it } from 'vitest';
import { answerTimestamp } from '../../../server/sandbox/icp/timestamp.ts';
import { icpCertificate, icpChain, icpFile, icpKeys, icpTrust } from '../../../test/support/icp.ts';
import { type Bytes, bytesOf } from '../../base/bytes.ts';
import { examineP7s } from '../examine/examine-p7s.ts';
import { addSignature } from './co-sign.ts';
import { signAttached } from './sign.ts';
import { stampLastSignature } from './stamp-signature.ts';

const NOW = Date.UTC(2030, 0, 1);
const OPTIONS = { now: NOW, level: 'AD-RB' } as const;

/** The sandbox's authority with the synthetic certificates; only `act` signs. */
const authoritiesOf = async (name: string) => {
  const act = await icpKeys(name);
  const above = async (authority: string) => ({
    ...act,
    certificate: await icpCertificate(authority),
  });
  const [final, primeira, raiz] = await Promise.all(['ac2', 'ac1', 'raiz'].map(above));
  if (!final || !primeira || !raiz) throw new Error('no authorities');
  return { act, ocsp: act, final, primeira, raiz };
};

const stampedBy =
  (name: string) =>
  async (request: Bytes): Promise<Bytes> =>
    answerTimestamp(request, await authoritiesOf(name), NOW);

const p7s = await signAttached(new Blob(['edital']), await icpKeys('ecpf'), icpChain, OPTIONS);

it('puts a stamp on a signature that whoever examines it finds valid', async () => {
  const stamped = await stampLastSignature(p7s, stampedBy('tsa'));
  const { signatures } = await examineP7s(await bytesOf(stamped), icpTrust, { now: NOW });
  expect(signatures).toMatchObject([
    {
      level: 'AD-RT',
      policy: { name: 'PA_AD_RB_v2_4' },
      timestamp: { time: NOW, verdict: 'valid-revocation-unchecked' },
    },
  ]);
});

it('stamps the signature that was added last', async () => {
  const both = await addSignature(p7s, await icpKeys('ecp256'), icpChain, OPTIONS);
  if (!both.ok) throw new Error(both.error);
  const stamped = await stampLastSignature(both.value, stampedBy('tsa'));
  const { signatures } = await examineP7s(await bytesOf(stamped), icpTrust, { now: NOW });
  expect(signatures.map(({ level }) => level)).toEqual(['AD-RB', 'AD-RT']);
});

it.each<[string, (request: Bytes) => Promise<Bytes | undefined>]>([
  ['timestamp-unreachable', async () => undefined],
  ['timestamp-malformed', async () => new TextEncoder().encode('<html>')],
  // A real token that somebody else was given.
  ['timestamp-of-another', async () => icpFile('timestamp/content.tsr')],
  // A person's certificate stamps no time.
  ['timestamp-invalid', stampedBy('ecpf')],
])('gives no stamp that is worth nothing: %s', async (fault, ask) => {
  await expect(stampLastSignature(p7s, ask)).rejects.toMatchObject({ fault });
});
