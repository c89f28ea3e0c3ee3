import { type ReadonlySignal, signal } from '@preact/signals';
import type { Remote } from 'comlink';
import type { JsonObject } from '../../base/json.ts';
import { changedReport } from '../../draft/live-report.ts';
import type { Edit } from '../../draft/types.ts';
import type { ReportEntry } from '../../validation/report.ts';
import { isFenced } from '../offline.ts';
import { REPORT_WORKER } from '../worker-addresses.ts';
import { inWorker, startWorker, type WorkerLife } from '../worker-life.ts';
import type { ReportService } from './report-service.ts';

/** What the court would say of a draft, while the draft changes. */
export interface RunningReport {
  /** As last told. */
  entries: ReadonlySignal<readonly ReportEntry[]>;
  /** Whether that was said of the document as it is now. */
  isCurrent: ReadonlySignal<boolean>;
  /** The document was edited so; called after it was. */
  edited(edit: Edit): void;
  /** The document became another one. */
  replaced(): void;
  /** The report on the document as it is by then; rejects where the schema allows none. */
  settled(): Promise<readonly ReportEntry[]>;
  end(): void;
}

type Work<T> = (service: ReportService | Remote<ReportService>) => Promise<T>;

const ownWorker = () => startWorker<ReportService>(REPORT_WORKER, 'relatório');

/**
 * The reports on one draft after the other, made in the same worker; to be ended when there are no more. Each is to be
 * ended before the next one begins.
 */
export const reportsInTurn = () => {
  let shared: WorkerLife<ReportService> | undefined;
  const lend = () => {
    if (!shared || shared.end.signal.aborted) shared = ownWorker();
    return shared;
  };
  return {
    reporting: (schema: JsonObject, document: ReadonlySignal<JsonObject>) =>
      runningReport(schema, document, lend),
    end: () => shared?.end.abort(),
  };
};

/**
 * Has the report made in a worker of its own. On a static host's first start, where the fence around workers does not
 * stand yet, and where the worker breaks down, the page makes it itself. `lend`: gives one that is not ended with it.
 */
export const runningReport = (
  schema: JsonObject,
  document: ReadonlySignal<JsonObject>,
  lend?: () => WorkerLife<ReportService>,
): RunningReport => {
  const entries = signal<readonly ReportEntry[]>([]);
  const isCurrent = signal(false);
  let told: readonly ReportEntry[] = [];
  /** What the report does not know of yet. */
  let untold: Edit[] | 'everything' | undefined = 'everything';
  let underWay: Promise<void> | undefined;
  let hasEnded = false;

  let worker = isFenced() ? (lend ?? ownWorker)() : undefined;
  let inPage: Promise<ReportService> | undefined;
  const ask = async <T>(work: Work<T>): Promise<T> => {
    if (worker) return inWorker(worker, work);
    inPage ??= import('./report-service.ts').then(({ reportService }) => reportService());
    return work(await inPage);
  };

  const answerTo = async (what: Edit[] | 'everything'): Promise<readonly ReportEntry[]> => {
    if (what !== 'everything') {
      return changedReport(told, await ask(async (service) => service.edit(what)));
    }
    const whole = document.peek();
    return ask(async (service) => service.open(schema, whole));
  };

  const givesUpWorker = (): boolean => {
    const hadOne = worker !== undefined;
    worker?.end.abort();
    worker = undefined;
    return hadOne;
  };

  /** An answer about a document that was edited meanwhile is not shown. */
  const tellAll = async (): Promise<void> => {
    try {
      while (untold && !hasEnded) {
        const what = untold;
        untold = undefined;
        try {
          told = await answerTo(what);
        } catch (error) {
          untold = 'everything';
          // What was cut off by the end is no fault.
          if (!givesUpWorker() && !hasEnded) throw error;
        }
      }
    } finally {
      underWay = undefined;
    }
    entries.value = told;
    isCurrent.value = !hasEnded;
  };

  const begin = (): Promise<void> => {
    underWay ??= tellAll();
    return underWay;
  };
  void begin();

  return {
    entries,
    isCurrent,
    edited: (edit) => {
      isCurrent.value = false;
      if (untold !== 'everything') untold = [...(untold ?? []), edit];
      void begin();
    },
    replaced: () => {
      isCurrent.value = false;
      untold = 'everything';
      void begin();
    },
    settled: async () => {
      while (!isCurrent.value && !hasEnded) await begin();
      return entries.value;
    },
    end: () => {
      hasEnded = true;
      if (!lend) givesUpWorker();
    },
  };
};
