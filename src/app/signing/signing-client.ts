import { type Remote, wrap } from 'comlink';
import type { Bytes } from '../../base/bytes.ts';
import type { Result } from '../../base/result.ts';
import type { PassaporteWay } from '../../protocol/recepcao/passaporte.ts';
import type { PdfFault } from '../../signing/pdf/fault.ts';
import type { CertificateSummary, Signer } from '../../signing/signer.ts';
import { fenced } from '../offline.ts';
import { clock } from '../stores.ts';
import { ownScript } from '../trusted-types.ts';
import { SIGNING_WORKER } from '../worker-addresses.ts';
import type { SigningService } from './signing.worker.ts';

let worker: Worker | undefined;
let service: Promise<Remote<SigningService>> | undefined;

const start = async (): Promise<Remote<SigningService>> => {
  await fenced();
  worker = new Worker(ownScript(SIGNING_WORKER), { type: 'module', name: 'assinatura' });
  return wrap<SigningService>(worker);
};

/** The worker that alone holds keys; started when first needed. */
export const signingService = (): Promise<Remote<SigningService>> => {
  service ??= start();
  return service;
};

/** Ends the worker, and with it every trace of a key in memory. Also stops an opening that takes too long. */
export const forgetKeys = (): void => {
  worker?.terminate();
  worker = undefined;
  service = undefined;
};

/** A PDF that cannot be signed, and why. */
export class PdfRefusedError extends Error {
  readonly fault: PdfFault;
  constructor(fault: PdfFault) {
    super(fault);
    this.fault = fault;
  }
}

/** The open key as the rest of the app sees it. Throws `PdfRefusedError` where a PDF cannot be signed. */
export const workerSigner = (summary: CertificateSummary): Signer => ({
  summary,
  signP7s: async (content) => (await signingService()).signP7s(content, clock.now()),
  signPdf: async (pdf: Bytes) => {
    const service = await signingService();
    const signed: Result<Bytes, PdfFault> = await service.signPdf(pdf, clock.now());
    if (!signed.ok) throw new PdfRefusedError(signed.error);
    return signed.value;
  },
});

/** The way to Passaporte with the open key, through the gateway. */
export const wayOfOpenKey =
  (login: URL): PassaporteWay =>
  async (operation) => {
    const answer = await (await signingService()).login(login.href, operation);
    return answer && new Response(answer.body, { status: answer.status, headers: answer.headers });
  };
