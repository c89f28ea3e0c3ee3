import { newId } from '../base/ids.ts';
import type { ReceivedDocument, ReceivedMetadata } from './received-metadata.ts';
import type { Process, ProcessDocument } from './types.ts';

/** What came, and where it came to. */
export interface Arrival {
  ambiente: string;
  orgao: string;
  idt: number;
  /** The JSON text of the metadata, and what was read of it. */
  metadata: string;
  received: ReceivedMetadata;
  /** Type of the process where the sender names none. */
  defaultType: string;
  unitName: string;
  /** Epoch ms UTC. */
  at: number;
}

/** The process that an arrival makes: a new one, or the one we hold with what is new in it. Nobody has opened it yet. */
export const takenIn = (arrival: Arrival, held: Process | undefined): Process =>
  held ? returned(arrival, held) : arrived(arrival);

const arrived = (arrival: Arrival): Process => {
  const { ambiente, orgao, idt, metadata, received, defaultType, unitName, at } = arrival;
  const { nre, protocolo, tipo = defaultType, descricao, nivelDeSigilo, hipoteseLegal } = received;
  const { interessados, produtor, dataHoraDeProducao, dataHoraDeRegistro, documents } = received;
  return {
    id: newId(),
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
