import { expect, it } from 'vitest';
import { type Bytes, sameBytes, toHex, utf8 } from '../../../src/base/bytes.ts';
import { readHash, verifySignature } from '../../../src/signing/algorithm.ts';
import { readCertificate, readCertificates } from '../../../src/signing/certificate/certificate.ts';
import { findChain } from '../../../src/signing/certificate/chain.ts';
import { fromPem } from '../../../src/signing/certificate/pem.ts';
import { readSignedData } from '../../../src/signing/cms/signed-data.ts';
import { encodedOf, fieldsOf, readDer } from '../../../src/signing/der/reader.ts';
import * as write from '../../../src/signing/der/writer.ts';
import { writeOcspRequest } from '../../../src/signing/revocation/ocsp-request.ts';
import { revocationOf } from '../../../src/signing/revocation/revocation.ts';
import type { RevocationEvidence } from '../../../src/signing/verification.ts';
import { useTestSandbox } from '../../../test/support/sandbox.ts';

const NOW = Date.UTC(2027, 2, 1, 12);
const SHA256 = '2.16.840.1.101.3.4.2.1';
const SHA1 = '1.3.14.3.2.26';

const usePublished = async () => {
  const moment = { at: NOW };
  const court = await useTestSandbox({ now: () => moment.at }, { secret: 'segredo' });
  const { sandbox } = court;
  const { certificate } = await court.person('maria');
  const [final, first] = readCertificates((await court.person('maria')).chain);
  if (!final || !first) throw new Error('no authorities');

  /** Asks what a certificate names, as the gateway would. */
  const ask = async (address: string, type?: string, body?: Bytes) => {
    const path = sandbox.icp.paths[address];
    const init = type && body ? { method: 'POST', headers: { 'Content-Type': type }, body } : {};
    const response = await sandbox.recepcao(new Request(`http://127.0.0.1${path}`, init));
    return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
  };
  const list = async () => (await ask(certificate.extensions.crlAddresses[0] ?? '')).bytes;
  const answer = async () => {
    const request = await writeOcspRequest(certificate, final);
    const [address = ''] = certificate.extensions.ocspAddresses;
    return (await ask(address, 'application/ocsp-request', request)).bytes;
  };
  const statusBy = (evidence: Partial<RevocationEvidence>) =>
    revocationOf(certificate, final, { crls: [], ocspResponses: [], ...evidence }, [], moment.at);
  const revoke = (body: object) =>
    sandbox.recepcao(
      new Request('http://127.0.0.1/sandbox/test/revoked', {
        method: 'POST',
        headers: { 'X-Sandbox-Secret': 'segredo' },
        body: JSON.stringify(body),
      }),
    );
  return { ...court, certificate, final, first, ask, list, answer, statusBy, revoke, moment };
};

it('publishes a list and answers, by which people’s certificates are good', async () => {
  const { list, answer, statusBy } = await usePublished();
  expect(await statusBy({ crls: [await list()] })).toEqual({ status: 'good' });
  expect(await statusBy({ ocspResponses: [await answer()] })).toEqual({ status: 'good' });
});

it('tells by both that a certificate was revoked, from then on', async () => {
  const { certificate, list, answer, statusBy, revoke, moment } = await usePublished();
  const serialNumber = toHex(certificate.serialNumber);
  expect((await revoke({ serialNumber })).status).toBe(201);
  moment.at = NOW + 60_000;
  const revoked = { status: 'revoked', since: NOW };
  expect(await statusBy({ crls: [await list()] })).toEqual(revoked);
  expect(await statusBy({ ocspResponses: [await answer()] })).toEqual(revoked);
  expect((await revoke({ serialNumber: 'x' })).status).toBe(400);
});

it('publishes the lists of the authorities above, and the certificates that are named', async () => {
  const { certificate, final, first, ask } = await usePublished();
  for (const [below, above] of [
    [certificate, final],
    [final, first],
  ] as const) {
    const [crl = '', issuer = ''] = [
      below.extensions.crlAddresses,
      below.extensions.issuerAddresses,
    ].map(([address]) => address);
    expect(sameBytes((await ask(issuer)).bytes, above.der)).toBe(true);
    const crls = [(await ask(crl)).bytes];
    const evidence = { crls, ocspResponses: [] };
    expect(await revocationOf(below, above, evidence, [], NOW)).toEqual({ status: 'good' });
  }
});

it('knows nothing of certificates of others, and says when it does not understand', async () => {
  const { certificate, first, ask } = await usePublished();
  const [address = ''] = certificate.extensions.ocspAddresses;
  const foreign = await writeOcspRequest(certificate, first);
  const { bytes } = await ask(address, 'application/ocsp-request', foreign);
  expect(
    await revocationOf(certificate, first, { crls: [], ocspResponses: [bytes] }, [], NOW),
  ).toEqual({ status: 'unchecked' });
  const malformed = await ask(address, 'application/ocsp-request', utf8('?'));
  expect([...malformed.bytes]).toEqual([0x30, 3, 0x0a, 1, 1]);
  expect((await ask(address, 'text/plain', foreign)).response.status).toBe(400);
});

const { integer, octetString, sequence } = write;

const timestampRequest = (digest: Bytes, hash: string, more: Bytes[]) =>
  sequence(
    integer(1),
    sequence(write.algorithm(hash, write.derNull), octetString(digest)),
    ...more,
  );

it('stamps a digest with its time, under a certificate for nothing else', async () => {
  const { sandbox, ask, read } = await usePublished();
  const digest = crypto.getRandomValues(new Uint8Array(32));
  const nonce = integer(4711);
  const request = timestampRequest(digest, SHA256, [nonce, write.der(1, Uint8Array.of(0xff))]);
  const { timestampAuthority } = sandbox.icp;
  const { bytes } = await ask(timestampAuthority, 'application/timestamp-query', request);
  const reply = fieldsOf(readDer(bytes));
  expect([...encodedOf(reply.next())]).toEqual([0x30, 3, 2, 1, 0]);
  const token = readSignedData(encodedOf(reply.next()));
  const [signer] = token?.signers ?? [];
  const act = token?.certificates.map(readCertificate).find((each) => each?.extensions.purposes);
  if (!token?.content || !signer?.attributes || !act) throw new Error('no token');
  const info = toHex(token.content);
  for (const part of [toHex(digest), toHex(nonce), toHex(utf8('20270301120000Z'))]) {
    expect(info).toContain(part);
  }
  expect(act.extensions.purposes).toEqual(['1.3.6.1.5.5.7.3.8']);
  const [root] = fromPem(new TextDecoder().decode(await read('demo/raiz.pem')));
  const above = readCertificates(token.certificates);
  const chain = await findChain(act, above, readCertificates(root ? [root] : []), NOW);
  expect(chain).toMatchObject({ ok: true });
  const hash = readHash(signer.digestAlgorithm);
  const verdict = await verifySignature(
    act.publicKey,
    signer.signatureAlgorithm,
    signer.signature,
    signer.attributes.encoded,
    hash.ok ? hash.value : undefined,
  );
  expect(verdict).toBe('valid');
});

it('stamps no digest of a broken hash, and nothing that is no request', async () => {
  const { sandbox, ask } = await usePublished();
  const stamp = async (request: Bytes) => {
    const { timestampAuthority } = sandbox.icp;
    return toHex((await ask(timestampAuthority, 'application/timestamp-query', request)).bytes);
  };
  // PKIStatusInfo: rejection, and the bit of badAlg or badDataFormat.
  const rejection = (failure: string) => `30093007020102${failure}`;
  const withSha1 = timestampRequest(new Uint8Array(20), SHA1, []);
  expect(await stamp(withSha1)).toBe(rejection('03020780'));
  expect(await stamp(utf8('?'))).toBe(rejection('03020204'));
});
