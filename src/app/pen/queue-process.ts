import { bytesOf, fromHex, toBase64 } from '../../base/bytes.ts';
import type { PenUnit } from '../../base/pen-unit.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { standingOf } from '../../base/standing.ts';
import { enqueue } from '../../outbox/entry.ts';
import { checksOf, mayBeSent } from '../../process/checks.ts';
import type { Finding } from '../../process/findings.ts';
import { metadataOf, signaturesOf } from '../../process/metadata.ts';
import { isWithin, MB, type PenSettings } from '../../process/tables.ts';
import type { Process, ProcessDocument } from '../../process/types.ts';
import {
  PEN,
  type PenEntry,
  type SendComponent,
  type SendErrand,
} from '../../protocol/pen/types.ts';
import type { StorageFault } from '../../store/database.ts';
import { isRestored } from '../backup/restored-work.ts';
import { askToBeWoken } from '../offline.ts';
import { thisBrowser, thisBrowserId } from '../owner.ts';
import { processLock } from '../processes/process-lock.ts';
import { ambientes } from '../state.ts';
import { clock, stores } from '../stores.ts';
import { isHeldHere, takeLock } from '../tabs.ts';
import { office } from './office.ts';
import { penQueueStore } from './queue-records.ts';
import { runPenQueue } from './sender.ts';
import { readSettings } from './settings.ts';
import { penStores } from './stores.ts';
import { readTables } from './tables.ts';

/** Where a process is to go. */
export interface SendTo extends PenUnit {
  /** The platform's code of the reason. */
  motivoDaUrgencia?: string | number;
}

export type QueueProcessFault =
  | StorageFault
  | 'process-unknown'
  /** The environment has no PEN, or not this body. */
  | 'body-unknown'
  /** A file or signature of it is not here any more. */
  | 'file-missing'
  | { findings: Finding[] };

type Queued = Promise<Result<PenEntry, QueueProcessFault>>;

/**
 * Freezes a process that nothing keeps from being sent, and puts it on the queue. Of two windows only one does it; one that
 * has the process open writes what is unwritten, and changes it no more.
 */
export const queueProcess = (processId: string, to: SendTo): Queued =>
  navigator.locks.request(`estafeta:queue-process:${processId}`, async () => {
    const editing = processLock(processId);
    const lock = isHeldHere(editing) ? undefined : await takeLock(editing, {});
    try {
      return await queueAlone(processId, to);
    } finally {
      lock?.release();
    }
  });

const queueAlone = async (processId: string, to: SendTo): Queued => {
  const process = await penStores.processes.load(processId);
  if (!process) return err('process-unknown');
  const body = bodyOf(process);
  if (!body) return err('body-unknown');
  const [tables, settings, tramites, entries] = await Promise.all([
    readTables(process.ambiente),
    readSettings(process),
    penStores.tramites.ofProcess(processId),
    penStores.penEntries.ofProcess(processId),
  ]);
  const standing = standingOf(process, tramites, entries);
  const findings = checksOf(process, { tables, settings, standing, destino: to });
  if (!mayBeSent(findings)) return err({ findings });
  const known = tramites.map(({ idt }) => idt);
  const fromCopy = await isFromCopy(processId, entries);
  const errand = await freeze(process, { from: body.unidade, to, known, fromCopy }, settings);
  if (!errand.ok) return errand;
  // With a new revision: who still has it as it was before writes it no more.
  const kept = await penStores.processes.save(process);
  if (!kept.ok) {
    return kept.error === 'stale-revision' ? queueAlone(processId, to) : err(kept.error);
  }
  const queued = await enqueue(
    {
      ...{ ambiente: process.ambiente, protocol: PEN, owner: await thisBrowser() },
      ...{ frozen: { orgao: process.orgao, errand: errand.value }, progress: {} },
      mustAsk: fromCopy,
    },
    { store: penQueueStore, clock },
  );
  if (!queued.ok) return err('storage-full');
  runPenQueue();
  await askToBeWoken();
  return queued;
};

/** Out of a copy, after which it may have been sent, and not sent from here since. */
const isFromCopy = async (processId: string, entries: readonly PenEntry[]): Promise<boolean> => {
  const id = await thisBrowserId();
  const wasSentHere = entries.some(({ owner, state }) => owner.id === id && state.kind === 'done');
  return !wasSentHere && isRestored(processId);
};

const bodyOf = ({ ambiente, orgao }: Process) =>
  ambientes.value.find(({ id }) => id === ambiente)?.pen?.orgaos.find(({ id }) => id === orgao);

/** What is sent, as it stands now; the metadata lie among the files, for they are kept for ever too. */
const freeze = async (
  process: Process,
  { from, to, known, fromCopy }: { from: PenUnit; to: SendTo; known: number[]; fromCopy: boolean },
  { partial, partMb, mostTries }: PenSettings,
): Promise<Result<SendErrand, QueueProcessFault>> => {
  const signatures = await signatureTexts(process);
  const { motivoDaUrgencia, ...destinatario } = to;
  if (!signatures || !(await hasFiles(process))) return err('file-missing');
  const metadata = metadataOf(
    process,
    {
      ...{ remetente: from, destinatario, onlyPending: isWithin(partial, destinatario) },
      ...(motivoDaUrgencia !== undefined && { motivoDaUrgencia }),
    },
    signatures,
  );
  const kept = await stores.files.put(new Blob([JSON.stringify(metadata)]));
  if (!kept.ok) return kept;
  const { id: processId, protocolo, nre, orgao } = process;
  return ok({
    ...{ kind: 'send', processId, protocolo },
    ...(nre !== undefined && { nre }),
    ...(office.value?.orgao === orgao && { usuario: office.value.nome }),
    ...{ remetente: from, destinatario, metadataSha256: kept.value },
    components: componentsOf(process),
    ...{ known, ...(fromCopy && { fromCopy }), partSize: partMb * MB, mostTries },
  });
};

const componentsOf = ({ protocolo, documents }: Process): SendComponent[] => {
  const all = [...sent(documents)]
    .sort((a, b) => a.ordem - b.ordem)
    .flatMap(({ ordem, origin, components }) =>
      components.map(({ nome, sha256, size }) => ({
        ...{ nome, protocolo, documento: ordem, sha256, size },
        hash: toBase64(fromHex(sha256)),
        whole: origin === 'written',
      })),
    );
  return all.filter(({ hash }, n) => all.findIndex((other) => other.hash === hash) === n);
};

const sent = (documents: readonly ProcessDocument[]) =>
  documents.filter(({ retirado }) => !retirado);

const hasFiles = async ({ documents }: Process): Promise<boolean> => {
  const components = sent(documents).flatMap((document) => document.components);
  const there = await Promise.all(components.map(({ sha256 }) => stores.files.get(sha256)));
  return there.every((content) => content !== undefined);
};

/** The P7S that the metadata hold, in base64, by their hash; `undefined` where one is not here any more. */
const signatureTexts = async (process: Process): Promise<Map<string, string> | undefined> => {
  const texts = new Map<string, string>();
  for (const sha256 of signaturesOf(process)) {
    const p7s = await stores.files.get(sha256);
    if (!p7s) return undefined;
    texts.set(sha256, toBase64(await bytesOf(p7s)));
  }
  return texts;
};
