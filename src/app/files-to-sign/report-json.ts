import type { FileReport } from '../../signing/report.ts';

/** A report for another program. `examinedAt` ISO 8601 UTC; the instants within the report are epoch ms UTC. */
export const reportJson = (name: string, report: FileReport, examinedAt: number): Blob => {
  const written = {
    program: 'Estafeta',
    name,
    examinedAt: new Date(examinedAt).toISOString(),
    report,
  };
  return new Blob([`${JSON.stringify(written, null, 2)}\n`], { type: 'application/json' });
};
