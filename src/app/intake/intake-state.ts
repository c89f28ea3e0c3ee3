import { computed, signal } from '@preact/signals';
import type { Result } from '../../base/result.ts';
import type { Examination } from '../../draft/intake/examine.ts';
import type { Period } from '../../draft/intake/read-path.ts';
import type { PayloadFault, PayloadReading } from '../../draft/intake/read-payload.ts';
import type { Doubt } from '../../draft/intake/recognise.ts';
import type { LayoutId, ObjectField } from '../../layout/types.ts';
import type { CreateFault } from '../drafts/create-draft.ts';
import type { LayoutFault } from '../layouts.ts';
import type { BroughtFile, RefusedZip, ZipFault } from './brought-files.ts';
import type { MadeDraft } from './draft-of-document.ts';

/** Why a file was not read as a payload. */
export type ReadFault = PayloadFault | { fault: 'unreadable'; why: ZipFault };

/** A JSON file that was brought, and what is known of it. */
export interface BroughtPayload {
  path: string;
  /** Bytes, and their SHA-256 (lower-case hexadecimal; absent where they could not be read). */
  size: number;
  sha256?: string;
  reading: Result<PayloadReading, ReadFault>;
  layout?: LayoutId;
  period?: Period;
  doubts: Doubt[];
  /** What its draft would be like, once its layout and month are known and looked up. */
  examined?: Result<Examination, LayoutFault> | undefined;
  /** For the labels of its fields, once its layout was looked up. */
  form?: ObjectField;
  /** A draft that was made of the same bytes before, and a file of the same bytes in this list. */
  earlierDraft?: string;
  twin?: string;
  /** Whether a draft shall be made of it. */
  selected: boolean;
  outcome?: Result<MadeDraft, CreateFault>;
}

/** What is being done, file by file; `share`: of the file in hand, 0 to 1. */
export interface IntakeWork {
  kind: 'reading' | 'examining' | 'creating';
  done: number;
  total: number;
  share: number;
}

export const payloads = signal<readonly BroughtPayload[]>([]);
/** Everything brought that is no JSON, attachments above all. */
export const otherFiles = signal<readonly BroughtFile[]>([]);
export const refusedZips = signal<readonly RefusedZip[]>([]);
/** JSON files that are still to be read, or were not because the person stopped. */
export const unread = signal(0);
export const work = signal<IntakeWork | undefined>(undefined);

/** Files that no payload names; none while that is not known of every one. */
export const leftOver = computed(() => {
  if (payloads.value.some(({ reading, examined }) => reading.ok && !examined?.ok)) return [];
  const named = new Set(payloads.value.flatMap(filesFound));
  return otherFiles.value.map(({ path }) => path).filter((path) => !named.has(path));
});

const filesFound = ({ examined }: BroughtPayload): string[] =>
  examined?.ok ? examined.value.files.flatMap(({ path }) => path ?? []) : [];

/** Whether a draft can be made of it now. */
export const isReady = ({ examined, outcome }: BroughtPayload): boolean =>
  examined?.ok === true && outcome?.ok !== true;

/** Whether its layout and month are known, and yet it was not examined: the person stopped. */
export const isUnexamined = ({ reading, layout, period, examined, outcome }: BroughtPayload) =>
  reading.ok && layout !== undefined && period !== undefined && !examined && !outcome;

/** What a draft will be made of. */
export const selectedPayloads = computed(() =>
  payloads.value.filter((payload) => payload.selected && isReady(payload)),
);

export const changePayload = (path: string, change: Partial<BroughtPayload>): void => {
  payloads.value = payloads.value.map((payload) =>
    payload.path === path ? { ...payload, ...change } : payload,
  );
};

/** Forgets what was brought; drafts that were made stay. */
export const clearIntake = (): void => {
  payloads.value = [];
  otherFiles.value = [];
  refusedZips.value = [];
  unread.value = 0;
};
