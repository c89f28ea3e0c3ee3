import { signal } from '@preact/signals';
import { onChangedElsewhere, tellChanged } from '../tabs.ts';

/** Count what was written of processes and trâmites, here and in other windows: who shows them reads them again. */
export const processesWritten = signal(0);
export const tramitesWritten = signal(0);

const WRITTEN = { processes: processesWritten, tramites: tramitesWritten };

/** How often at most the screens and the other windows are told. */
const TELL_MS = 100;
const untold = new Set<keyof typeof WRITTEN>();

const note = (what: keyof typeof WRITTEN): void => {
  if (untold.has(what)) return;
  untold.add(what);
  setTimeout(() => {
    untold.delete(what);
    WRITTEN[what].value += 1;
    tellChanged(what);
  }, TELL_MS);
};

/** Something was written of processes: a little later the lists of all windows are told. */
export const noteProcesses = (): void => note('processes');

/** The same of trâmites. */
export const noteTramites = (): void => note('tramites');

onChangedElsewhere((what) => {
  if (what === 'processes' || what === 'tramites') WRITTEN[what].value += 1;
});
