import { proxy, type Remote } from 'comlink';
import { err, ok, type Result } from '../../base/result.ts';
import type { PassaporteWay } from '../../protocol/recepcao/passaporte.ts';
import type { SignatureLevel } from '../../signing/cms/signer-info.ts';
import type { TimestampFault } from '../../signing/cms/stamp-signature.ts';
import type { PdfFault } from '../../signing/pdf/fault.ts';
import type { CertificateSummary, CoSigner, SigningChoices } from '../../signing/signer.ts';
import { clock } from '../stores.ts';
import { SIGNING_WORKER } from '../worker-addresses.ts';
import { inWorker, livingWorker, type WorkerLife } from '../worker-life.ts';
import type { SigningService } from './signing.worker.ts';
import type { KeyChanged } from './worker/signatures.ts';

/** The key was forgotten while the worker was at work: what it was making never was. */
export class KeyForgottenError extends Error {}

type Service = Remote<SigningService>;

let life: WorkerLife<SigningService> | undefined;

const livingKeys = (): WorkerLife<SigningService> => {
  life = livingWorker(life, SIGNING_WORKER, 'assinatura');
  return life;
};

/**
 * Has the worker that alone holds keys do something; it is started when first needed. Rejects with `KeyForgottenError`
 * where it is ended before it is done, with `WorkerFailedError` where it breaks down.
 */
export const inSigningWorker = <T>(work: (service: Service) => Promise<T>): Promise<T> =>
  inWorker(livingKeys(), work);

/** The life of the worker that holds keys now; what is opened in it is gone once it is aborted. */
export const lifeOfKeys = (): AbortSignal => livingKeys().end.signal;

/** Ends the worker, and with it every trace of a key in memory. Also stops whatever it is doing. */
export const forgetKeys = (): void => life?.end.abort(new KeyForgottenError());

/** A PDF that cannot be signed, and why. */
export class PdfRefusedError extends Error {
  readonly fault: PdfFault;
  constructor(fault: PdfFault) {
    super(fault);
    this.fault = fault;
  }
}

/** A time stamp was wanted, and none was to be had. */
export class TimestampRefusedError extends Error {
  readonly fault: TimestampFault;
  constructor(fault: TimestampFault) {
    super(fault);
    this.fault = fault;
  }
}

const isTimestampFault = (fault: PdfFault | TimestampFault): fault is TimestampFault =>
  fault.startsWith('timestamp-');

/** The choices with the usual level, and whom to ask for a time stamp, as they pass between threads. */
const asArguments = <T extends SigningChoices>(
  { fingerprint }: CertificateSummary,
  level: SignatureLevel,
  { timestamp, ...choices }: T,
) => {
  const options = { level, ...choices, now: clock.now(), by: fingerprint };
  return { options, ask: timestamp && proxy(timestamp) };
};

/** A key that gave way to another one was forgotten, too. */
const unlessChanged = <T, E>(signed: Result<T, E | KeyChanged>): Result<T, E> => {
  if (signed.ok) return signed;
  const { error } = signed;
  if (error === 'key-changed') throw new KeyForgottenError();
  return err(error);
};

/**
 * The open key as the rest of the app sees it. Throws `PdfRefusedError` where a PDF cannot be signed,
 * `TimestampRefusedError` where a time stamp was wanted in vain, `KeyForgottenError` where the key is locked meanwhile.
 */
export const workerSigner = (summary: CertificateSummary): CoSigner => ({
  summary,
  signP7s: async (content, choices = {}) => {
    const { options, ask } = asArguments(summary, 'AD-RB', choices);
    const signed = unlessChanged(
      await inSigningWorker(async (service) => service.signP7s(content, options, ask)),
    );
    if (!signed.ok) throw new TimestampRefusedError(signed.error);
    return signed.value;
  },
  signPdf: async (pdf, choices = {}) => {
    const { options, ask } = asArguments(summary, 'BES', choices);
    const signed = unlessChanged(
      await inSigningWorker(async (service) => service.signPdf(pdf, options, ask)),
    );
    if (signed.ok) return signed.value;
    const { error } = signed;
    throw isTimestampFault(error) ? new TimestampRefusedError(error) : new PdfRefusedError(error);
  },
  coSign: async (p7s, choices = {}) => {
    const { options, ask } = asArguments(summary, 'AD-RB', choices);
    return unlessChanged(
      await inSigningWorker(async (service) => service.coSign(p7s, options, ask)),
    );
  },
  counterSign: async (p7s, index, choices = {}) => {
    const options = { ...choices, now: clock.now(), by: summary.fingerprint };
    return unlessChanged(
      await inSigningWorker(async (service) => service.counterSign(p7s, index, options)),
    );
  },
});

/** Runs a signature of the open key and gives its refusals back as errors; `locked`: the key was forgotten meanwhile. */
export const settleSigning = async <T>(
  sign: () => Promise<T>,
): Promise<Result<T, PdfFault | 'locked'>> => {
  try {
    return ok(await sign());
  } catch (error) {
    if (error instanceof PdfRefusedError) return err(error.fault);
    if (error instanceof KeyForgottenError) return err('locked');
    throw error;
  }
};

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
