import { penEntryStore } from '../../store/pen-entries.ts';
import { processStore } from '../../store/processes.ts';
import { tramiteStore } from '../../store/tramites.ts';
import { database } from '../stores.ts';
import { noteProcesses, noteTramites } from './written.ts';

/** The stores of PEN, apart from `stores`: the first screen does not wait for their code. */
export const penStores = {
  processes: processStore(database, noteProcesses),
  tramites: tramiteStore(database, noteTramites),
  penEntries: penEntryStore(database, { process: noteProcesses, tramite: noteTramites }),
};
