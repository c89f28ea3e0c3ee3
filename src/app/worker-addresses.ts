// The only file that knows how Vite names workers; everything else also type-checks elsewhere.
import ajvWorker from '../validation/ajv.worker.ts?worker&url';
import reportWorker from './drafts/report.worker.ts?worker&url';
import intakeWorker from './intake/intake.worker.ts?worker&url';
import hashingWorker from './pen/hashing.worker.ts?worker&url';
import signingWorker from './signing/signing.worker.ts?worker&url';
import verifyingWorker from './signing/verifying.worker.ts?worker&url';
import tableWorker from './table/table.worker.ts?worker&url';

export const AJV_WORKER = ajvWorker;
export const HASHING_WORKER = hashingWorker;
export const INTAKE_WORKER = intakeWorker;
export const REPORT_WORKER = reportWorker;
export const SIGNING_WORKER = signingWorker;
export const VERIFYING_WORKER = verifyingWorker;
export const TABLE_WORKER = tableWorker;
