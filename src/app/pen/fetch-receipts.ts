import { fromHex, toBase64 } from '../../base/bytes.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { PenClient } from '../../protocol/pen/client.ts';
import { afterConclusion } from '../../receipt/pen/heard.ts';
import type { ReceiptKind } from '../../receipt/pen/read-receipt.ts';
import type { KeptReceipt, Tramite } from '../../receipt/pen/tramite.ts';
import { type Expected, verifyReceipt } from '../../receipt/pen/verify-receipt.ts';
import { clock } from '../stores.ts';
import { trustOf } from '../trust/trust.ts';
import { mayRead } from './enter-office.ts';
import type { FollowFault } from './follow.ts';
import { faultOf, inTime, isOutOfReach } from './platform.ts';
import { penStores } from './stores.ts';

type Fetched = Promise<Result<Tramite, FollowFault>>;

/** From this situação on the platform has every file of a trâmite. */
const ALL_ARRIVED = 2;

/** Fetches what the sender is due and has not: the receipt of sending, and that of conclusion, which ends it (5 → 6). */
export const fetchReceipts = async (pen: PenClient, tramite: Tramite): Fetched => {
  const envio = await fetchEnvio(pen, tramite);
  if (!envio.ok && isOutOfReach(envio.error)) return envio;
  // A receipt of sending that is not to be had is no error of the trâmite (pen.md C.4).
  const conclusao = await fetchConclusao(pen, envio.ok ? envio.value : tramite);
  return envio.ok || !conclusao.ok ? conclusao : envio;
};

const fetchEnvio = async (pen: PenClient, tramite: Tramite): Fetched => {
  const { situacao, reciboDeEnvio, idt } = tramite;
  if (reciboDeEnvio || situacao < ALL_ARRIVED || situacao > 6) return ok(tramite);
  const answer = await pen.reciboDeEnvio(idt, inTime());
  if (!answer.ok) return err(faultOf(answer.error));
  const kept = await keptReceipt('envio', answer.value.text, tramite);
  return write(tramite, (now) => ({ ...now, reciboDeEnvio: kept }));
};

const fetchConclusao = async (pen: PenClient, tramite: Tramite): Fetched => {
  const { situacao, reciboDeTramite, idt } = tramite;
  const isDue = situacao === 5 || (situacao === 6 && !reciboDeTramite);
  if (!isDue) return ok(tramite);
  const reading = await mayRead();
  if (!reading.ok) return reading;
  const answer = await pen.recibo(idt, inTime());
  if (!answer.ok) return err(faultOf(answer.error));
  const kept = await keptReceipt('conclusao', answer.value.text, tramite);
  return write(tramite, (now) => afterConclusion(now, kept));
};

const write = async (tramite: Tramite, change: (known: Tramite) => Tramite): Fetched => {
  const written = await penStores.tramites.change(tramite.id, (known = tramite) => change(known));
  return written.ok ? ok(written.value ?? tramite) : written;
};

/** A receipt as it came, with what may be said of it today. */
export const keptReceipt = async (
  kind: ReceiptKind,
  raw: string,
  tramite: Tramite,
): Promise<KeptReceipt> => {
  const fetchedAt = clock.now();
  const expected = await expectedOf(tramite);
  const verdict = await verifyReceipt(kind, raw, expected, await trustOf(), fetchedAt);
  return { raw, fetchedAt, verdict };
};

const expectedOf = async ({ ambiente, orgao, idt, nre, processId }: Tramite): Promise<Expected> => {
  const [process, entries] = await Promise.all([
    processId === undefined ? undefined : penStores.processes.load(processId),
    penStores.penEntries.ofTramite(ambiente, orgao, idt),
  ]);
  const components = process?.documents.flatMap((document) => document.components) ?? [];
  const asked = entries.flatMap(({ progress }) => progress.send?.asked ?? []);
  return {
    ...{ idt, nre },
    known: components.map(({ sha256 }) => toBase64(fromHex(sha256))),
    ...(entries.some(({ progress }) => progress.send?.asked) && { asked }),
  };
};
