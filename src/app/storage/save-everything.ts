import { utf8 } from '../../base/bytes.ts';
import { salvage } from '../../store/salvage.ts';
import { zipStream } from '../files-to-sign/zip.ts';

/**
 * All that can be read of the person's work as one ZIP: `registros.jsonl` and the files by their SHA-256. Needs neither
 * the app to have started nor the data to be whole. It is not encrypted, and holds no key.
 */
export const saveEverything = async (): Promise<Blob> => {
  const { records, files } = await salvage();
  const members = [
    { name: 'registros.jsonl', content: new Blob([utf8(records)]) },
    ...files.map(({ name, content }) => ({ name: `arquivos/${name}`, content })),
  ];
  return new Response(zipStream(members), {
    headers: { 'content-type': 'application/zip' },
  }).blob();
};
