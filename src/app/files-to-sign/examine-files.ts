import { signal } from '@preact/signals';
import { HEAD_BYTES, kindOf } from '../../attachment/kind.ts';
import type { FileKind } from '../../attachment/types.ts';
import { examine } from '../signing/verifying-client.ts';
import { clock } from '../stores.ts';
import { listEvidence } from '../trust/trust-view.ts';
import type { ChosenFile } from './choose.ts';
import { addToList, changeFile, type FileToSign, filesToSign, selectFiles } from './files.ts';

/** Whether files are being examined just now. */
export const examining = signal(false);

/** Takes chosen files into the list and looks at what their signatures are worth, one after another. */
export const takeFiles = async (chosen: readonly ChosenFile[]): Promise<void> => {
  const read = chosen.map(async (file) => ({ ...file, kind: await readKind(file) }));
  addToList(await Promise.all(read));
  await examineWaiting();
};

/** Examines a file again, since lists of revocation came. */
export const examineAgain = async (id: string): Promise<void> => {
  changeFile(id, { examination: { state: 'waiting' } });
  await examineWaiting();
};

/** Examines a detached P7S with the file it was made of. */
export const examineWith = async (id: string, content: File): Promise<void> => {
  changeFile(id, { content });
  await examineAgain(id);
};

let stopping = new AbortController();

/** Leaves the files that were not looked at yet as they are. */
export const stopExamining = (): void => {
  for (const { id, examination } of filesToSign.value) {
    if (examination.state === 'waiting') changeFile(id, { examination: { state: 'stopped' } });
  }
  stopping.abort();
};

const readKind = async ({ file }: ChosenFile): Promise<FileKind> => {
  try {
    return kindOf(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()));
  } catch {
    // That it cannot be read is told once it is to be signed.
    return 'other';
  }
};

const examineWaiting = async (): Promise<void> => {
  if (examining.value) return;
  examining.value = true;
  stopping = new AbortController();
  for (;;) {
    findContents();
    const next = filesToSign.value.find(({ examination }) => examination.state === 'waiting');
    if (!next) break;
    await examineOne(next);
  }
  examining.value = false;
};

const examineOne = async ({ id, kind, file, content }: FileToSign): Promise<void> => {
  if (kind !== 'p7s' && kind !== 'pdf') return;
  changeFile(id, { examination: { state: 'running' } });
  const { signal } = stopping;
  try {
    const report = await examine(file, kind, { signal, ...(content && { content }) });
    const evidence = await listEvidence();
    changeFile(id, {
      examination: { state: 'done', report, at: clock.now(), evidence },
      ...(report.fault === 'no-signature' && { selected: true }),
    });
  } catch (error) {
    const state = signal.aborted ? 'stopped' : 'unreadable';
    if (!signal.aborted) console.error(error);
    changeFile(id, { examination: { state } });
  }
};

/** A detached P7S whose file is in the list, too, is examined with it. */
const findContents = (): void => {
  for (const file of filesToSign.value) {
    const { id, content, examination } = file;
    if (content || examination.state !== 'done' || !examination.report.detached) continue;
    const beside = contentBeside(file);
    if (!beside) continue;
    selectFiles(false, beside.id);
    changeFile(id, { content: beside.file, examination: { state: 'waiting' } });
  }
};

/** By its name: `edital.pdf` belongs to `edital.pdf.p7s` and to `edital.p7s`. */
const contentBeside = ({ file: { name } }: FileToSign): FileToSign | undefined => {
  const stem = name.replace(/\.p7[sm]$/i, '');
  const others = filesToSign.value.filter(({ kind }) => kind !== 'p7s');
  return (
    others.find(({ file }) => file.name === stem) ??
    others.find(({ file }) => file.name.replace(/\.[^.]*$/, '') === stem)
  );
};
