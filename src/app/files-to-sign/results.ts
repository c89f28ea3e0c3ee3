import { effect } from '@preact/signals';
import { changeFile, type FileToSign, unsavedFiles } from './files.ts';
import { freeName } from './signed-name.ts';
import { zipStream } from './zip.ts';

/** What was signed here, ready to be written to disk. */
export interface SavedResult {
  name: string;
  content: Blob;
}

/** The result of one file; it counts as saved from now on. */
export const resultOf = ({ id, outcome }: FileToSign): SavedResult | undefined => {
  if (outcome?.state !== 'signed') return undefined;
  changeFile(id, { outcome: { ...outcome, saved: true } });
  return outcome;
};

/** All results that are not on disk yet as one ZIP, in the folders of their originals. */
export const zipOfResults = async (): Promise<Blob> => {
  const files = unsavedFiles.value;
  const results = new Map<string, Blob>();
  for (const { path, outcome } of files) {
    if (outcome?.state !== 'signed') continue;
    const above = path.slice(0, path.lastIndexOf('/') + 1);
    results.set(await freeName(above + outcome.name, (name) => results.has(name)), outcome.content);
  }
  const list = [...results].map(([name, content]) => ({ name, content }));
  const zip = await new Response(zipStream(list)).blob();
  for (const file of files) resultOf(file);
  return new Blob([zip], { type: 'application/zip' });
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
