import type { Examined } from './files.ts';

/**
 * A report for another program. `examinedAt` ISO 8601 UTC; the instants within the report and its evidence are epoch ms UTC.
 */
export const reportJson = (name: string, { report, at, evidence }: Examined): Blob => {
  const examinedAt = new Date(at).toISOString();
  const written = { program: 'Estafeta', name, examinedAt, evidence, report };
  return new Blob([`${JSON.stringify(written, null, 2)}\n`], { type: 'application/json' });
};
