import type { PenUnit } from '../../base/pen-unit.ts';
import { checksOf } from '../../process/checks.ts';
import type { Finding } from '../../process/findings.ts';
import { type Standing, standingOf } from '../../process/standing.ts';
import type { Process } from '../../process/types.ts';
import { readSettings } from './settings.ts';
import { penStores } from './stores.ts';
import { readTables } from './tables.ts';

export type { CheckCode, CheckPlace, Finding } from '../../process/findings.ts';

/** Where a process stands, by what is kept of its trâmites and its entries. */
export const standingNow = async (process: Process): Promise<Standing> => {
  const [tramites, entries] = await Promise.all([
    penStores.tramites.ofProcess(process.id),
    penStores.penEntries.ofProcess(process.id),
  ]);
  return standingOf(process, tramites, entries);
};

/** All that speaks against sending a process now; `destino`: once it is chosen. */
export const checkProcess = async (process: Process, destino?: PenUnit): Promise<Finding[]> => {
  const [tables, settings, standing] = await Promise.all([
    readTables(process.ambiente),
    readSettings(process),
    standingNow(process),
  ]);
  return checksOf(process, { tables, settings, standing, destino });
};
