import { readReceived } from '../../process/received-metadata.ts';
import { stores } from '../stores.ts';
import { penStores } from './stores.ts';

/** What the person sees of a process before she answers. */
export interface ArrivalDetail {
  descricao: string;
  /** `nome`: the sender's name for its espécie. `files`: names of its files. */
  documents: { ordem: number; nome: string; files: string }[];
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
        ...{ ordem, nome: especie.nomeNoProdutor },
        files: components.map(({ nome }) => nome).join(', '),
      })),
      isReturn: held !== undefined,
    }
  );
};
