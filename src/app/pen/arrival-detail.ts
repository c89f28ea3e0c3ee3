import type { JsonObject } from '../../base/json.ts';
import { readReceived } from '../../process/received-metadata.ts';
import type { Component } from '../../process/types.ts';
import type { FoundProblem } from '../../protocol/pen/receive-progress.ts';
import { metProblems } from '../../protocol/pen/steps/receive-answer.ts';
import { stores } from '../stores.ts';
import { judge } from './receiving.ts';
import { penStores } from './stores.ts';

/** What the person sees of a process before she answers. */
export interface ArrivalDetail {
  descricao: string;
  /** `nome`: the sender's name for its espécie; `wire`: as it came. */
  documents: { ordem: number; nome: string; components: Component[]; wire: JsonObject }[];
  /** It was here before, and comes back. */
  isReturn: boolean;
  /** What speaks against it by the settings and tables of now, which may be others than when it came. */
  problems: FoundProblem[];
}

/** Reads it from the metadata of a trâmite that is being received. */
export const arrivalDetail = async (entryId: string): Promise<ArrivalDetail | undefined> => {
  const entry = await penStores.penEntries.load(entryId);
  const { receive, processId } = entry?.progress ?? {};
  const kept = await stores.files.get(receive?.metadataSha256 ?? '');
  const metadata = await kept?.text();
  if (!entry || !receive || metadata === undefined) return undefined;
  const received = readReceived(metadata);
  const { ambiente, frozen } = entry;
  const { problems } = await judge(metadata, { ambiente, orgao: frozen.orgao });
  const held = processId === undefined ? undefined : await penStores.processes.load(processId);
  return (
    received && {
      descricao: received.descricao,
      documents: received.documents.map(({ ordem, especie, components, wire }) => ({
        ...{ ordem, nome: especie.nomeNoProdutor, components, wire },
      })),
      isReturn: held !== undefined,
      problems: [...problems, ...metProblems(receive)],
    }
  );
};
