import { isJsonObject } from '../../base/json.ts';
import type { LogRow } from '../../outbox/types.ts';
import { type ReceivedMetadata, readReceived } from '../../process/received-metadata.ts';
import { type Arrival, takenIn } from '../../process/take-in.ts';
import type { ReceiveProgress } from '../../protocol/pen/receive-progress.ts';
import type { PenEntry } from '../../protocol/pen/types.ts';
import { movedTo } from '../../receipt/pen/heard.ts';
import { type GivenReceipt, type Tramite, tramiteId } from '../../receipt/pen/tramite.ts';
import type { PenConsequence } from '../../store/pen-entries.ts';
import { stores } from '../stores.ts';
import { office } from './office.ts';
import { asTakenIn } from './receiving.ts';

/** Steps after which something follows for the trâmite or the process. */
const TELLING = new Set(['metadata', 'judge', 'receipt', 'refuse']);
const DONE = new Set(['applied', 'happened']);

/**
 * What follows from the newest rows of an entry that receives: the trâmite is known with its metadata; the process is
 * here, to be opened, in the very writing that says that the platform took the receipt.
 */
export const consequenceOfReceiving = async (
  entry: PenEntry,
  rows: readonly LogRow[],
): Promise<PenConsequence> => {
  const isTelling = rows.some(
    ({ event, step }) => event === 'refused' || (DONE.has(event) && TELLING.has(step ?? '')),
  );
  if (!isTelling) return {};
  const metadata = await metadataOf(entry);
  const received = metadata === undefined ? undefined : readReceived(metadata);
  const { idt } = entry.progress;
  const { ambiente } = entry;
  const { orgao } = entry.frozen;
  if (metadata === undefined || !received || idt === undefined) return {};
  const id = tramiteId(ambiente, orgao, idt);
  const tramite = {
    id,
    change: (known: Tramite | undefined) =>
      tramiteAfter(known ?? begun(id, entry, received), entry),
  };
  const { processId, receive } = entry.progress;
  const isTakenIn = receive?.answer?.kind === 'accept' && receive.answeredAt !== undefined;
  if (!isTakenIn || processId === undefined) return { tramite };
  const arrival: Arrival = {
    ...{ ambiente, orgao, idt, metadata, processId, at: entry.changedAt },
    ...(await asTakenIn({ ambiente, orgao }, received)),
  };
  return { tramite, process: { id: processId, change: (held) => takenIn(arrival, held) } };
};

const metadataOf = async ({ progress }: PenEntry): Promise<string | undefined> => {
  const sha256 = progress.receive?.metadataSha256;
  const kept = sha256 === undefined ? undefined : await stores.files.get(sha256);
  return kept?.text();
};

const begun = (id: string, entry: PenEntry, received: ReceivedMetadata): Tramite => ({
  ...{ id, ambiente: entry.ambiente, orgao: entry.frozen.orgao, schemaVersion: 1, rev: 0 },
  ...{ createdAt: entry.createdAt, changedAt: entry.changedAt },
  idt: entry.progress.idt ?? 0,
  nre: received.nre,
  direction: 'received',
  protocolo: received.protocolo,
  remetente: { ...received.remetente, nome: entry.progress.receive?.remetente ?? '' },
  destinatario: received.destinatario,
  situacao: 3,
  heardAt: entry.changedAt,
  changes: [{ situacao: 3, at: entry.changedAt }],
});

/** The situação that our own acts brought about; the platform's instants are not asked for again. */
const tramiteAfter = (known: Tramite, { progress, changedAt, state }: PenEntry): Tramite => {
  const { processId, receive } = progress;
  if (state.kind === 'rejected' && state.code === 'tramite-cancelled') {
    const isTimer = isJsonObject(state.detail) && state.detail.situacao === 10;
    return movedTo(known, isTimer ? 10 : 7, changedAt);
  }
  const named = processId === undefined ? known : { ...known, processId };
  if (receive?.problems === undefined) return named;
  const answer = receive.answeredAt === undefined ? undefined : receive.answer;
  const isWhole = !receive.missing?.length && !receive.corrupt?.length;
  const all = isWhole ? movedTo(named, 4, changedAt) : named;
  if (!answer) return all;
  const usuario = office.value?.nome;
  const answered = { ...all, ...(usuario !== undefined && { usuario }) };
  if (answer.kind === 'accept') {
    const reciboEntregue = givenReceipt(receive);
    return { ...movedTo(answered, 5, changedAt), ...(reciboEntregue && { reciboEntregue }) };
  }
  const { motivo, justificativa } = answer;
  return { ...movedTo(answered, 8, changedAt), recusa: { motivo, justificativa } };
};

/** The receipt as it was signed and posted (`signReceipt`). */
const givenReceipt = ({
  receipt,
  answeredAt: givenAt,
}: ReceiveProgress): GivenReceipt | undefined => {
  if (!receipt || givenAt === undefined) return undefined;
  const { dataDeRecebimento, hashDaAssinatura, hashes } = receipt;
  return { dataDeRecebimento, hashDaAssinatura, hashes, givenAt };
};
