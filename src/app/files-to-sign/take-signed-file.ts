import { ok, type Result } from '../../base/result.ts';
import { type BroughtBackFault, readBroughtBack } from '../signing/brought-back.ts';
import { changeFile, type FileToSign } from './files.ts';

/** Takes what another program made of a file as its signed file, once that is proven; gives the signers' names. */
export const takeSignedFile = async (
  { id, file }: FileToSign,
  signed: File,
): Promise<Result<string, BroughtBackFault>> => {
  const read = await readBroughtBack(file, signed);
  if (!read.ok) return read;
  const { content, signers } = read.value;
  const outcome = { state: 'signed', content, name: signed.name, saved: true } as const;
  changeFile(id, { outcome, selected: false });
  return ok(signers.map(({ certificate }) => certificate.holder.name).join(', '));
};
