import { effect } from '@preact/signals';
import { err, ok, type Result } from '../../base/result.ts';
import { changeFile, type FileToSign, filesToSign, unsavedFiles } from './files.ts';
import { freeName } from './signed-name.ts';
import { fitsZip, type ZippedFile, zipStream } from './zip.ts';

/** Has the result of a file count as saved from now on, unless it was signed anew meanwhile. */
export const markSaved = ({ id, outcome }: FileToSign): void => {
  const now = filesToSign.value.find((file) => file.id === id)?.outcome;
  if (outcome?.state !== 'signed' || now !== outcome) return;
  changeFile(id, { outcome: { ...outcome, saved: true } });
};

/** `too-large`: more than a ZIP holds; `failed`: a result could not be read, or memory was short. */
export type ZipFault = 'too-large' | 'failed';

/** Hands out all results that are not on disk yet as one ZIP, in the folders of their originals. */
export const saveAsZip = async (
  save: (zip: Blob) => void,
): Promise<Result<undefined, ZipFault>> => {
  const files = unsavedFiles.value;
  const results = await zippedResults(files);
  if (!fitsZip(results)) return err('too-large');
  try {
    const zip = await new Response(zipStream(results)).blob();
    save(new Blob([zip], { type: 'application/zip' }));
  } catch (error) {
    console.error(error);
    return err('failed');
  }
  files.forEach(markSaved);
  return ok(undefined);
};

const zippedResults = async (files: readonly FileToSign[]): Promise<ZippedFile[]> => {
  const results = new Map<string, Blob>();
  for (const { path, outcome } of files) {
    if (outcome?.state !== 'signed') continue;
    const above = path.slice(0, path.lastIndexOf('/') + 1);
    results.set(await freeName(above + outcome.name, (name) => results.has(name)), outcome.content);
  }
  return [...results].map(([name, content]) => ({ name, content }));
};

const ask = (event: BeforeUnloadEvent): void => event.preventDefault();

/** From now on the browser asks before it closes the page while results wait to be saved. */
export const guardResults = (): void => {
  effect(() => {
    if (unsavedFiles.value.length === 0) return;
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  });
};
