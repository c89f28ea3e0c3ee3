import { HEAD_BYTES, kindOf } from '../../attachment/kind.ts';
import { sha256Hex } from '../../base/bytes.ts';
import { isJsonObject, parseJson } from '../../base/json.ts';
import type { Pointer } from '../../base/json-pointer.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { lookThrough } from '../../draft/intake/look-through.ts';
import type { DeliveredFile, Delivery } from '../../receipt/types.ts';
import type { StorageFault } from '../../store/database.ts';
import { noteDeliveries } from '../deliveries-written.ts';
import { receiptForm } from '../receipts/receipt-form.ts';
import { clock, stores } from '../stores.ts';
import { type AskFault, courtFor, faultOf } from './ask-court.ts';

/** A file that the data of a delivery name. */
export interface FileAtCourt {
  courtId: string;
  /** Where in the data. */
  pointer?: Pointer;
  /** What is kept of it here: sent with this content or an earlier one, or fetched. */
  kept?: DeliveredFile;
}

/** The files of a delivery. `contents`: all it has had, the oldest first, itself among them. */
export const filesAtCourt = async (
  delivery: Delivery,
  contents: readonly Delivery[],
): Promise<FileAtCourt[]> => {
  const form = await receiptForm(delivery);
  const body = parseJson(delivery.body.text);
  const named = form && isJsonObject(body) ? lookThrough(body, form).idsOfFiles : [];
  const sent = contents.flatMap(({ files }) => files);
  const files = named.map(({ pointer, name: courtId }): FileAtCourt => {
    const kept = sent.findLast((file) => file.courtId === courtId);
    return { courtId, pointer, ...(kept && { kept }) };
  });
  const others = delivery.files.filter(({ courtId }) =>
    files.every((file) => file.courtId !== courtId),
  );
  return [...files, ...others.map((kept) => ({ courtId: kept.courtId, kept }))];
};

/** A file as the court gives it back, held against the hash that is kept here. */
export interface FetchedFile {
  name: string;
  content: Blob;
  /** SHA-256, lower-case hexadecimal. */
  sha256: string;
  /** Of what was sent, or was fetched the first time; absent: there was nothing to compare with. */
  ours?: string;
}

export type FetchFault = AskFault | StorageFault;

/** Gets a file of a delivery from the court again. The first copy of one that was not sent from here is kept, to compare with. */
export const fetchFile = async (
  delivery: Delivery,
  file: FileAtCourt,
  signal: AbortSignal,
): Promise<Result<FetchedFile, FetchFault>> => {
  const { courtId } = file;
  const court = await courtFor(delivery, signal);
  if (!court.ok) return court;
  const found = await court.value.file(delivery.recibo, courtId, signal);
  if (found.kind === 'failed') return err(faultOf(found.reply));
  const { content } = found;
  const sha256 = await sha256Hex(content);
  const kept = file.kept ?? (await keptSince(delivery.id, courtId));
  if (kept) return ok({ name: kept.name, content, sha256, ours: kept.sentSha256 });
  const name = await nameFor(courtId, content);
  // What was sent is written by its entry alone.
  if (delivery.origin !== 'taken-in') return ok({ name, content, sha256 });
  const first = { name, size: content.size, sha256, sentSha256: sha256, courtId, signatarios: [] };
  const saved = await keepFirst(delivery.id, first, content);
  return saved.ok ? ok({ name, content, sha256 }) : saved;
};

const EXTENSIONS = { pdf: '.pdf', p7s: '.p7s', png: '.png', jpeg: '.jpg', other: '' } as const;

/** The court tells ids, no names. */
const nameFor = async (courtId: string, content: Blob): Promise<string> => {
  const head = new Uint8Array(await content.slice(0, HEAD_BYTES).arrayBuffer());
  return courtId + EXTENSIONS[kindOf(head)];
};

/** A copy that was kept after the files were listed. */
const keptSince = async (id: string, courtId: string): Promise<DeliveredFile | undefined> =>
  (await stores.deliveries.load(id))?.files.find((file) => file.courtId === courtId);

const keepFirst = async (
  id: string,
  file: DeliveredFile,
  content: Blob,
): Promise<Result<void, StorageFault>> => {
  const stored = await stores.files.put(content);
  if (!stored.ok) return stored;
  const delivery = await stores.deliveries.load(id);
  if (!delivery) return ok(undefined);
  const files = [...delivery.files, file];
  const [rev, changedAt] = [delivery.rev + 1, clock.now()];
  const saved = await stores.deliveries.save({ ...delivery, rev, changedAt, files });
  if (saved.ok) noteDeliveries();
  return saved;
};
