import { err, ok, type Result } from '../../base/result.ts';
import type { Component } from '../../process/types.ts';
import type { StorageFault } from '../../store/database.ts';
import { readFile } from '../read-file.ts';
import type { ElsewhereFault } from '../signing/verify-elsewhere.ts';
import { verifyDetached } from '../signing/verifying-client.ts';
import { clock, stores } from '../stores.ts';
import type { ProcessSession } from './process-session.ts';
import { keepSigned } from './sign-document.ts';

/** Why a signature of another program is not taken. */
export type BroughtSignatureFault = ElsewhereFault | StorageFault | 'file-missing' | 'unreadable';

/**
 * Takes what another program made of a file of a document as its signature, once that is proven; gives the signers' names.
 * `components`: all files of the document, as the person was shown them.
 */
export const takeSignature = async (
  session: ProcessSession,
  id: string,
  components: readonly Component[],
  { ordem, sha256 }: Component,
  file: File,
): Promise<Result<string, BroughtSignatureFault>> => {
  const [content, brought] = await Promise.all([stores.files.get(sha256), readFile(file)]);
  if (!content) return err('file-missing');
  if (!brought) return err('unreadable');
  const verified = await verifyDetached(content, new Blob([brought]));
  if (!verified.ok) return verified;
  const { p7s, signers } = verified.value;
  const kept = await stores.files.put(new Blob([p7s]));
  if (!kept.ok) return kept;
  const holder = signers.map(({ certificate }) => certificate.holder.name).join(', ');
  const at = signers.at(-1)?.signingTime ?? clock.now();
  const signature = { p7sSha256: kept.value, holder, at };
  await keepSigned(
    session,
    id,
    components.map((component) =>
      component.ordem === ordem
        ? { ...component, signatures: [...component.signatures, signature] }
        : component,
    ),
  );
  return ok(holder);
};
