import { isJsonObject, type Json, parseJson } from '../../base/json.ts';
import type { LogRow } from '../../outbox/types.ts';
import { afterRegistered } from '../../process/after-sending.ts';
import type { Process } from '../../process/types.ts';
import type { ProcessToSend } from '../../protocol/pen/messages.ts';
import { readStatuses } from '../../protocol/pen/read-messages.ts';
import { SENT_ALREADY } from '../../protocol/pen/steps/send-find.ts';
import { CANCELLED_THERE } from '../../protocol/pen/steps/send-look.ts';
import { ENDED_THERE, WITHDRAWN } from '../../protocol/pen/steps/send-withdraw.ts';
import type { PenEntry, SendErrand } from '../../protocol/pen/types.ts';
import { afterCancelling, afterStatus, movedTo } from '../../receipt/pen/heard.ts';
import { type Tramite, tramiteId } from '../../receipt/pen/tramite.ts';
import type { PenConsequence } from '../../store/pen-entries.ts';
import { stores } from '../stores.ts';
import { keptReceipt } from './fetch-receipts.ts';
import { heardOf } from './follow.ts';
import { penStores } from './stores.ts';

const DONE = new Set(['applied', 'happened']);

/**
 * What follows from the newest rows of an entry that sends: once registered the trâmite is known, and the process by its
 * NRE and by what was sent of it; given back, the trâmite is cancelled; with its receipt, all has arrived. What another
 * copy of the process has sent is known from then on too, and keeps the process from being changed here.
 */
export const consequenceOfSending = async (
  entry: PenEntry,
  errand: SendErrand,
  rows: readonly LogRow[],
): Promise<PenConsequence> => {
  const steps = rows.flatMap(({ event, step }) => (DONE.has(event) && step ? [step] : []));
  const { idt, nre } = entry.progress;
  if (entry.state.kind === 'rejected') return afterEnd(entry, errand, entry.state);
  if (steps.includes('register') && idt !== undefined && nre !== undefined) {
    return registered(entry, errand, { idt, nre });
  }
  const given = rows.map(({ meaning }) => meaning ?? '').find(isGivenBack);
  if (given !== undefined) return withdrawn(entry, given);
  return steps.includes('recibo-de-envio') && idt !== undefined ? arrived(entry, idt) : {};
};

const registered = async (
  entry: PenEntry,
  errand: SendErrand,
  { idt, nre }: { idt: number; nre: string },
): Promise<PenConsequence> => {
  const id = idOf(entry, idt);
  const sent = await metadataOf(errand);
  return {
    tramite: { id, change: (known) => known ?? begun(id, entry, errand, { idt, nre }) },
    process: {
      id: errand.processId,
      change: (process: Process | undefined) =>
        process && sent ? afterRegistered(process, sent, nre) : process,
    },
  };
};

/** What was heard of a trâmite where the sending ended. */
const afterEnd = (
  entry: PenEntry,
  errand: SendErrand,
  { code, detail }: { code: string; detail: Json },
): PenConsequence => {
  if (code === SENT_ALREADY) return sentElsewhere(entry, errand, detail);
  const { idt } = entry.progress;
  return code === CANCELLED_THERE && idt !== undefined && isJsonObject(detail)
    ? endedThere(entry, idt, Number(detail.situacao))
    : {};
};

const sentElsewhere = (entry: PenEntry, errand: SendErrand, found: Json): PenConsequence => {
  const [status] = readStatuses({ tramites: [found] }) ?? [];
  if (!status) return {};
  const { IDT: idt, NRE: nre, destinatario } = status;
  const heard = heardOf(status);
  const id = idOf(entry, idt);
  // Who is sending now did not send that one.
  const { usuario: _, ...sent } = begun(id, entry, errand, { idt, nre });
  const there: Tramite = {
    ...sent,
    createdAt: heard.changes[0]?.at ?? sent.createdAt,
    destinatario: {
      repositorio: destinatario.identificacaoDoRepositorioDeEstruturas,
      ...{ numero: destinatario.numeroDeIdentificacaoDaEstrutura, nome: '' },
    },
  };
  return {
    tramite: { id, change: (known) => known ?? afterStatus(there, heard, entry.changedAt) },
    process: {
      id: errand.processId,
      change: (process) => process && { ...process, nre: process.nre ?? nre },
    },
  };
};

const isGivenBack = (meaning: string): boolean =>
  meaning === WITHDRAWN || meaning.startsWith(ENDED_THERE);

/** Only what this sending cancelled itself is said to have been cancelled by it. */
const withdrawn = (entry: PenEntry, meaning: string): PenConsequence => {
  const idt = entry.progress.send?.withdrawn?.at(-1);
  if (idt === undefined) return {};
  return meaning === WITHDRAWN
    ? changed(entry, idt, (known) => afterCancelling(known, entry.changedAt))
    : endedThere(entry, idt, Number(meaning.slice(ENDED_THERE.length)));
};

const endedThere = (entry: PenEntry, idt: number, situacao: number): PenConsequence =>
  changed(entry, idt, (known) => movedTo(known, situacao === 10 ? 10 : 7, entry.changedAt));

const changed = (
  entry: PenEntry,
  idt: number,
  change: (known: Tramite) => Tramite,
): PenConsequence => ({
  tramite: { id: idOf(entry, idt), change: (known) => known && change(known) },
});

const arrived = async (entry: PenEntry, idt: number): Promise<PenConsequence> => {
  const id = idOf(entry, idt);
  const raw = entry.progress.send?.recibo;
  const tramite = await penStores.tramites.load(id);
  if (raw === undefined || !tramite) return {};
  const reciboDeEnvio = await keptReceipt('envio', raw, tramite);
  const at = entry.changedAt;
  return {
    tramite: {
      id,
      change: (known) => known && { ...movedTo(known, 2, at), reciboDeEnvio },
    },
  };
};

const idOf = ({ ambiente, frozen }: PenEntry, idt: number): string =>
  tramiteId(ambiente, frozen.orgao, idt);

const metadataOf = async ({ metadataSha256 }: SendErrand): Promise<ProcessToSend | undefined> => {
  const kept = await stores.files.get(metadataSha256);
  return kept && (parseJson(await kept.text()) as ProcessToSend | undefined);
};

const begun = (
  id: string,
  { ambiente, frozen, changedAt, progress }: PenEntry,
  { processId, protocolo, remetente, destinatario, usuario }: SendErrand,
  { idt, nre }: { idt: number; nre: string },
): Tramite => {
  const told = Date.parse(progress.send?.registeredAt ?? '');
  const at = Number.isNaN(told) ? changedAt : told;
  return {
    ...{ id, ambiente, orgao: frozen.orgao, schemaVersion: 1, rev: 0 },
    ...{ createdAt: at, changedAt, idt, nre, processId, protocolo, remetente, destinatario },
    direction: 'sent',
    ...(usuario !== undefined && { usuario }),
    situacao: 1,
    heardAt: changedAt,
    changes: [{ situacao: 1, at }],
  };
};
