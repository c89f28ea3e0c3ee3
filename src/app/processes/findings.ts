import type { PenUnit } from '../../base/pen-unit.ts';
import type { Standing } from '../../base/standing.ts';
import { checksOf, mayBeSent } from '../../process/checks.ts';
import type { Finding } from '../../process/findings.ts';
import type { Process } from '../../process/types.ts';
import { penSettings } from '../pen/settings.ts';
import { tables } from '../pen/tables.ts';

/** What keeps a process from being sent, or is to be known before, by the tables and settings of now. */
export const findingsOf = (process: Process, standing: Standing, destino?: PenUnit): Finding[] =>
  checksOf(process, { tables: tables.value, settings: penSettings.value, standing, destino });

export { mayBeSent };
