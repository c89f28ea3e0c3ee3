import { Hono } from 'hono';
import type { Bytes } from '../../../src/base/bytes.ts';
import type { Clock } from '../../../src/base/clock.ts';
import { refusal, refuse } from '../tcmgo/answer.ts';
import { readBody } from '../tcmgo/body.ts';
import { ours } from '../tcmgo/messages.ts';
import { ICP_PATH } from './addresses.ts';
import type { Authorities } from './authorities.ts';
import { writeCrl } from './crl.ts';
import { answerOcsp } from './ocsp.ts';
import type { RevokedStore } from './revoked.ts';
import { answerTimestamp } from './timestamp.ts';

/** Far above any OCSP or time stamp request. */
const LARGEST_REQUEST = 64 * 1024;

const answer = (body: Bytes, contentType: string): Response =>
  new Response(body, { headers: { 'Content-Type': contentType } });

const ISSUERS = ['raiz', 'primeira', 'final'] as const;

/** What authorities publish: certificates, CRLs, OCSP answers, time stamps (RFC 5280, 6960, 3161). */
export const createIcp = (authorities: Authorities, revoked: RevokedStore, clock: Clock): Hono => {
  const app = new Hono().basePath(ICP_PATH);

  for (const name of ISSUERS) {
    const authority = authorities[name];
    app.get(`/certificados/${name}.crt`, () =>
      answer(authority.certificate.der, 'application/pkix-cert'),
    );
    app.get(`/lcr/${name}.crl`, async () => {
      // Only people's certificates can be revoked here.
      const entries = name === 'final' ? await revoked.all() : [];
      return answer(await writeCrl(authority, entries, clock.now()), 'application/pkix-crl');
    });
  }

  const answerPost = (
    path: string,
    [asked, answered]: readonly [string, string],
    reply: (request: Bytes) => Promise<Bytes>,
  ): void => {
    app.post(path, async ({ req }) => {
      const isAsked = req.header('Content-Type') === asked;
      const request = isAsked ? await readBody(req.raw, LARGEST_REQUEST) : undefined;
      return request
        ? answer(await reply(request), answered)
        : refuse(refusal(400, ours('Pedido não compreendido.')));
    });
  };
  // The pairs of RFC 6960 §A.1 and RFC 3161 §3.4.
  answerPost('/ocsp', ['application/ocsp-request', 'application/ocsp-response'], async (request) =>
    answerOcsp(request, authorities, await revoked.all(), clock.now()),
  );
  answerPost(
    '/carimbo',
    ['application/timestamp-query', 'application/timestamp-reply'],
    (request) => answerTimestamp(request, authorities, clock.now()),
  );
  return app;
};
