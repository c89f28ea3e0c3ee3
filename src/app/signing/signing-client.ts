import { type Remote, wrap } from 'comlink';
import type { Bytes } from '../../base/bytes.ts';
import type { PassaporteWay } from '../../protocol/recepcao/passaporte.ts';
import type { PdfFault } from '../../signing/pdf/fault.ts';
import type { CertificateSummary, Signer } from '../../signing/signer.ts';
import { fenced } from '../offline.ts';
import { clock } from '../stores.ts';
import { ownScript } from '../trusted-types.ts';
import { SIGNING_WORKER } from '../worker-addresses.ts';
import type { SigningService } from './signing.worker.ts';

/** The key was forgotten while the worker was at work: what it was making never was. */
export class KeyForgottenError extends Error {}

type Service = Remote<SigningService>;

/** The worker from its start to its end. */
interface Life {
  service: Promise<Service>;
  end: AbortController;
}

let life: Life | undefined;

const begin = (): Life => {
  const end = new AbortController();
  const start = async (): Promise<Service> => {
    await fenced();
    end.signal.throwIfAborted();
    const worker = new Worker(ownScript(SIGNING_WORKER), { type: 'module', name: 'assinatura' });
    end.signal.addEventListener('abort', () => worker.terminate());
    return wrap<SigningService>(worker);
  };
  return { service: start(), end };
};

/**
 * Has the worker that alone holds keys do something; it is started when first needed. Rejects with `KeyForgottenError`
 * where it is ended before it is done.
 */
export const inSigningWorker = <T>(work: (service: Service) => Promise<T>): Promise<T> => {
  life ??= begin();
  const { service, end } = life;
  return new Promise((resolve, reject) => {
    const forgotten = () => reject(new KeyForgottenError());
    end.signal.addEventListener('abort', forgotten);
    const done = () => end.signal.removeEventListener('abort', forgotten);
    service.then(work).then(resolve, reject).finally(done);
  });
};

/** Ends the worker, and with it every trace of a key in memory. Also stops whatever it is doing. */
export const forgetKeys = (): void => {
  life?.end.abort();
  life = undefined;
};

/** A PDF that cannot be signed, and why. */
export class PdfRefusedError extends Error {
  readonly fault: PdfFault;
  constructor(fault: PdfFault) {
    super(fault);
    this.fault = fault;
  }
}

/**
 * The open key as the rest of the app sees it. Throws `PdfRefusedError` where a PDF cannot be signed, `KeyForgottenError`
 * where the key is locked meanwhile.
 */
export const workerSigner = (summary: CertificateSummary): Signer => ({
  summary,
  signP7s: (content) => inSigningWorker((service) => service.signP7s(content, clock.now())),
  signPdf: async (pdf: Bytes) => {
    const signed = await inSigningWorker(async (service) => service.signPdf(pdf, clock.now()));
    if (!signed.ok) throw new PdfRefusedError(signed.error);
    return signed.value;
  },
});

/** The way to Passaporte with the open key, through the gateway; locking it ends the attempt without an answer. */
export const wayOfOpenKey =
  (login: URL): PassaporteWay =>
  async (operation) => {
    const answer = await inSigningWorker((service) => service.login(login.href, operation)).catch(
      unlessForgotten,
    );
    return answer && new Response(answer.body, { status: answer.status, headers: answer.headers });
  };

const unlessForgotten = (error: unknown): undefined => {
  if (!(error instanceof KeyForgottenError)) throw error;
};
