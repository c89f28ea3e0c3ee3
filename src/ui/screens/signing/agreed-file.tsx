import type { SigningAct } from '../../../app/files-to-sign/acts.ts';
import type { FileToSign } from '../../../app/files-to-sign/files.ts';
import { signedName } from '../../../app/files-to-sign/signed-name.ts';
import { ACTS, signSheetText as text } from '../../text/assinar.ts';
import { showSize } from '../../text/attachment.ts';

interface AgreedFileProps {
  file: FileToSign;
  /** SHA-256; absent until it is known, empty where the file cannot be read. */
  hash: string | undefined;
  act: SigningAct;
}

/** A file as it stands in the list that a person agrees to. */
export const AgreedFile = ({ file: { path, file }, hash, act }: AgreedFileProps) => (
  <li>
    <strong class="file-name">{path}</strong>
    <div>
      {showSize(file.size)}. {ACTS[act.kind]}: {signedName(file.name, act)}
    </div>
    <div class="soft small">{text.hash}</div>
    <div class="mono soft">
      {hash === undefined ? text.hashing : hash === '' ? text.unreadable : hash}
    </div>
  </li>
);
