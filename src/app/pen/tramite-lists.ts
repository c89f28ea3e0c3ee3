import type { Process } from '../../process/types.ts';
import type { PenEntry } from '../../protocol/pen/types.ts';
import { type Tramite, tramiteId } from '../../receipt/pen/tramite.ts';
import type { PenPlace, TramiteShelf } from '../../store/pen-lists.ts';
import type { PenPage } from '../../store/pen-records.ts';
import { bodyHere } from '../processes/body.ts';
import { processPage } from '../processes/list.ts';
import { penStores } from './stores.ts';

/** Trâmites of the body in use, the newest first; `after`: where the page before ended. */
export const tramitePage = async (
  shelf: TramiteShelf,
  after?: PenPlace,
): Promise<PenPage<Tramite>> => {
  const here = bodyHere();
  return here ? penStores.tramites.page(here, shelf, after) : { found: [] };
};

/** Processes that came to the body in use, each with the trâmite it came by last. */
export const receivedPage = async (after?: PenPlace): Promise<PenPage<ReceivedProcess>> => {
  const { found, ...rest } = await processPage('received', after);
  return { ...rest, found: await Promise.all(found.map(withItsTramite)) };
};

export interface ReceivedProcess {
  process: Process;
  tramite?: Tramite;
}

const withItsTramite = async (process: Process): Promise<ReceivedProcess> => {
  const { ambiente, orgao, received } = process;
  const tramite = await penStores.tramites.load(tramiteId(ambiente, orgao, received?.idt ?? 0));
  return { process, ...(tramite && { tramite }) };
};

/** All trâmites of a process, the newest first. */
export const tramitesOf = (processId: string): Promise<Tramite[]> =>
  penStores.tramites.ofProcess(processId);

/** What is being received for the body in use and is not at its end, the oldest first. */
export const receivingEntries = async (): Promise<{ entry: PenEntry; tramite?: Tramite }[]> => {
  const here = bodyHere();
  if (!here) return [];
  const entries = (await penStores.penEntries.unfinished()).filter(
    ({ ambiente, frozen: { orgao, errand } }) =>
      errand.kind === 'receive' && ambiente === here.ambiente && orgao === here.orgao,
  );
  return Promise.all(
    entries
      .sort((a, b) => a.createdAt - b.createdAt)
      .map(async (entry) => {
        const tramite = await tramiteOf(entry);
        return { entry, ...(tramite && { tramite }) };
      }),
  );
};

const tramiteOf = ({ ambiente, frozen, progress }: PenEntry): Promise<Tramite | undefined> =>
  penStores.tramites.load(tramiteId(ambiente, frozen.orgao, progress.idt ?? 0));
