import { readReceived } from '../../process/received-metadata.ts';
import type { Component } from '../../process/types.ts';
import { stores } from '../stores.ts';
import { penStores } from './stores.ts';

/** What the person sees of a process before she answers. */
export interface ArrivalDetail {
  descricao: string;
  /** `nome`: the sender's name for its espécie. */
  documents: { ordem: number; nome: string; components: Component[] }[];
  /** It was here before, and comes back. */
  isReturn: boolean;
}

/** Reads it from the metadata of a trâmite that is being received. */
export const arrivalDetail = async (entryId: string): Promise<ArrivalDetail | undefined> => {
  const entry = await penStores.penEntries.load(entryId);
  const { receive, processId } = entry?.progress ?? {};
  const kept = await stores.files.get(receive?.metadataSha256 ?? '');
  const received = kept && readReceived(await kept.text());
  const held = processId === undefined ? undefined : await penStores.processes.load(processId);
  return (
    received && {
      descricao: received.descricao,
      documents: received.documents.map(({ ordem, especie, components }) => ({
        ...{ ordem, nome: especie.nomeNoProdutor, components },
      })),
      isReturn: held !== undefined,
    }
  );
};
