import { computed, signal } from '@preact/signals';
import type { FileKind } from '../../attachment/types.ts';
import { newId } from '../../base/ids.ts';
import type { FileReport } from '../../signing/report.ts';
import type { ListedEvidence } from '../trust/trust-view.ts';
import type { ChosenFile } from './choose.ts';
import type { FileToSignFault } from './sign-one.ts';

/** What is known of a file's signatures. */
export type Examination =
  | { state: 'waiting' | 'running' | 'stopped' | 'unreadable' }
  /** Neither a P7S nor a PDF: nothing to examine. */
  | { state: 'not-signable-inside' }
  | ({ state: 'done' } & Examined);

/** A report with what it rests on. */
export interface Examined {
  report: FileReport;
  /** Epoch ms of the examination. */
  at: number;
  /** Revocation lists and answers that were at hand. */
  evidence: readonly ListedEvidence[];
}

/** What came of signing a file here. */
export type Outcome =
  | { state: 'waiting' | 'signing' | 'cancelled' }
  | { state: 'failed'; fault: FileToSignFault }
  /** `saved`: whether the person has it on disk. */
  | { state: 'signed'; content: Blob; name: string; saved: boolean };

/** A file on the screen *Assinar*. It stays where it is on disk; nothing of it is kept in the browser. */
export interface FileToSign extends ChosenFile {
  id: string;
  kind: FileKind;
  selected: boolean;
  /** What a detached P7S was examined with. */
  content?: File;
  examination: Examination;
  outcome?: Outcome;
}

/** In the order they were chosen. */
export const filesToSign = signal<readonly FileToSign[]>([]);

export const selectedFiles = computed(() => filesToSign.value.filter(({ selected }) => selected));

/** Signed here and not on the person's disk yet. */
export const unsavedFiles = computed(() =>
  filesToSign.value.filter(({ outcome }) => outcome?.state === 'signed' && !outcome.saved),
);

/** Whether it is being signed, or is about to be. */
export const isBeingSigned = ({ outcome }: FileToSign): boolean =>
  outcome?.state === 'waiting' || outcome?.state === 'signing';

export const changeFile = (id: string, change: Partial<FileToSign>): void => {
  filesToSign.value = filesToSign.value.map((file) =>
    file.id === id ? { ...file, ...change } : file,
  );
};

export const addToList = (files: readonly (ChosenFile & { kind: FileKind })[]): void => {
  const added = files.map((file): FileToSign => {
    const examined = file.kind === 'p7s' || file.kind === 'pdf';
    return {
      ...file,
      id: newId(),
      // What bears a signature already is rather here to be looked at.
      selected: !examined,
      examination: { state: examined ? 'waiting' : 'not-signable-inside' },
    };
  });
  filesToSign.value = [...filesToSign.value, ...added];
};

export const removeFile = (id: string): void => {
  filesToSign.value = filesToSign.value.filter((file) => file.id !== id);
};

export const clearFiles = (): void => {
  filesToSign.value = [];
};

export const selectFiles = (selected: boolean, id?: string): void => {
  filesToSign.value = filesToSign.value.map((file) =>
    id === undefined || file.id === id ? { ...file, selected } : file,
  );
};
