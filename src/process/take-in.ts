import { newId } from '../base/ids.ts';
import type { JsonObject } from '../base/json.ts';
import type { ReceivedDocument, ReceivedMetadata } from './received-metadata.ts';
import type { Process, ProcessDocument } from './types.ts';

/** What came, and where it came to. */
export interface Arrival {
  ambiente: string;
  orgao: string;
  idt: number;
  /** Id of the process that it makes, where it is new. */
  processId: string;
  /** The JSON text of the metadata, and what was read of it. */
  metadata: string;
  received: ReceivedMetadata;
  /** Type of the process here, by the sender's name for it. */
  tipo: string;
  unitName: string;
  /** Epoch ms UTC. */
  at: number;
}

/**
 * The process that an arrival makes: a new one, or the one we hold with what is new in it. Nobody has opened it yet. What
 * was taken in already stays as it is.
 */
export const takenIn = (arrival: Arrival, held: Process | undefined): Process => {
  if (!held) return arrived(arrival);
  return held.received?.idt === arrival.idt ? held : returned(arrival, held);
};

const arrived = (arrival: Arrival): Process => {
  const { ambiente, orgao, idt, processId, metadata, received, tipo } = arrival;
  const { unitName, at } = arrival;
  const { nre, protocolo, descricao, nivelDeSigilo, hipoteseLegal } = received;
  const { interessados, produtor, dataHoraDeProducao, dataHoraDeRegistro, documents } = received;
  return {
    id: processId,
    ...{ ambiente, orgao, protocolo, tipo, descricao, nivelDeSigilo },
    schemaVersion: 1,
    rev: 0,
    createdAt: at,
    changedAt: at,
    // A process made of an avulso begins its own numbering with its first trâmite (pen.md B.1).
    ...(received.kind === 'processo' && { nre }),
    ...(hipoteseLegal !== undefined && { hipoteseLegal }),
    ...{ interessados, produtor, dataHoraDeProducao, dataHoraDeRegistro },
    documents: documents.map(documentOf),
    received: { metadata, idt },
    unitName,
  };
};

/** Who had it last says what it is now; of its documents the files and places stay, which it may not change (0047). */
const returned = ({ idt, metadata, received, tipo, at }: Arrival, held: Process): Process => {
  const { openedAt: _, hipoteseLegal: __, ...unopened } = held;
  const { descricao, nivelDeSigilo, hipoteseLegal, interessados, nre } = received;
  const places = new Set(held.documents.map(({ ordem }) => ordem));
  const come = new Map(received.documents.map((document) => [document.ordem, document]));
  return {
    ...unopened,
    ...{ changedAt: at, nre, descricao, nivelDeSigilo, interessados },
    ...(hipoteseLegal !== undefined && { hipoteseLegal }),
    // A type of ours that came back as it left is not one to be translated.
    tipo: received.tipo === held.tipo ? held.tipo : tipo,
    documents: [
      ...held.documents.map((document) => backAgain(document, come.get(document.ordem))),
      ...received.documents.filter(({ ordem }) => !places.has(ordem)).map(documentOf),
    ],
    received: { metadata, idt },
  };
};

/** A document of ours that was away: withdrawn meanwhile, or under a stricter level, which then goes on with it. */
const backAgain = (
  document: ProcessDocument,
  come: ReceivedDocument | undefined,
): ProcessDocument => {
  const known = { ...document, retirado: document.retirado || come?.retirado === true };
  if (!come || come.nivelDeSigilo <= document.nivelDeSigilo) return known;
  const { nivelDeSigilo, hipoteseLegal } = come;
  const { hipoteseLegal: _, ...looser } = known;
  return {
    ...looser,
    nivelDeSigilo,
    ...(hipoteseLegal !== undefined && { hipoteseLegal }),
    ...(document.wire && { wire: { ...document.wire, ...levelOf(come.wire) } }),
  };
};

const levelOf = ({ nivelDeSigilo = null, hipoteseLegal }: JsonObject): JsonObject => ({
  nivelDeSigilo,
  ...(hipoteseLegal !== undefined && { hipoteseLegal }),
});

const documentOf = (document: ReceivedDocument): ProcessDocument => ({ id: newId(), ...document });
