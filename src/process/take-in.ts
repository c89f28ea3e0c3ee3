import { newId } from '../base/ids.ts';
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

const returned = ({ idt, metadata, received, at }: Arrival, held: Process): Process => {
  const { openedAt: _, ...unopened } = held;
  const places = new Set(held.documents.map(({ ordem }) => ordem));
  const withdrawn = new Set(
    received.documents.filter(({ retirado }) => retirado).map(({ ordem }) => ordem),
  );
  return {
    ...unopened,
    changedAt: at,
    nre: received.nre,
    documents: [
      ...held.documents.map((document) => ({
        ...document,
        retirado: document.retirado || withdrawn.has(document.ordem),
      })),
      ...received.documents.filter(({ ordem }) => !places.has(ordem)).map(documentOf),
    ],
    received: { metadata, idt },
  };
};

const documentOf = (document: ReceivedDocument): ProcessDocument => ({ id: newId(), ...document });
