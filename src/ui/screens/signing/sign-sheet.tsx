import { useEffect, useState } from 'preact/hooks';
import { ACTS, groupOf, type KindGroup, type SigningAct } from '../../../app/files-to-sign/acts.ts';
import { signBatch } from '../../../app/files-to-sign/batch.ts';
import { type FileToSign, selectedFiles } from '../../../app/files-to-sign/files.ts';
import { hashOf } from '../../../app/files-to-sign/sign-one.ts';
import { signedName } from '../../../app/files-to-sign/signed-name.ts';
import { key } from '../../../app/state.ts';
import { CertificateFacts } from '../../certificate/certificate-facts.tsx';
import { Unlock } from '../../certificate/unlock.tsx';
import { Button } from '../../parts/button.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { ACTS as ACT_NAMES, signSheetText as text } from '../../text/assinar.ts';
import { showSize } from '../../text/attachment.ts';

/** Before every signature: whose certificate, what exactly, in which way, one button. */
export const SignSheet = ({ onClose }: { onClose: () => void }) => {
  const [files] = useState(selectedFiles.value);
  const hashes = useHashes(files);
  const [acts, setActs] = useState<Record<KindGroup, SigningAct>>({
    pdf: ACTS.pdf[0],
    p7s: ACTS.p7s[0],
    other: ACTS.other[0],
  });
  const state = key.value;
  const tasks = files.flatMap(({ id, kind }) => {
    const sha256 = hashes.get(id);
    return sha256 ? [{ id, sha256, act: acts[groupOf(kind)] }] : [];
  });

  const sign = () => {
    signBatch(tasks);
    onClose();
  };

  return (
    <Sheet
      title={text.title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button
            look="primary"
            disabled={state.kind !== 'unlocked' || hashes.size < files.length || tasks.length === 0}
            onClick={sign}
          >
            {text.consentButton(tasks.length)}
          </Button>
        </>
      }
    >
      <div class="stack">
        {state.kind === 'unlocked' ? (
          <CertificateFacts certificate={state.certificate} />
        ) : (
          <>
            <p>{text.needKey}</p>
            <Unlock />
          </>
        )}
        <p>{text.lead(files.length)}</p>
        <div>
          <ul class="plain-list">
            {files.map((file) => (
              <AgreedFile
                key={file.id}
                file={file}
                hash={hashes.get(file.id)}
                act={acts[groupOf(file.kind)]}
              />
            ))}
          </ul>
        </div>
        {(['pdf', 'p7s', 'other'] as const).map((group) => (
          <ChooseAct
            key={group}
            group={group}
            count={files.filter(({ kind }) => groupOf(kind) === group).length}
            act={acts[group]}
            onAct={(act) => setActs({ ...acts, [group]: act })}
          />
        ))}
        <p>{text.consent}</p>
      </div>
    </Sheet>
  );
};

/** SHA-256 of each file, as one after another becomes known; `''` where a file cannot be read. */
const useHashes = (files: readonly FileToSign[]): ReadonlyMap<string, string> => {
  const [hashes, setHashes] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    let closed = false;
    const run = async () => {
      for (const { id, file } of files) {
        const sha256 = await hashOf(file);
        if (closed) return;
        setHashes((known) => new Map(known).set(id, sha256 ?? ''));
      }
    };
    void run();
    return () => {
      closed = true;
    };
  }, []);
  return hashes;
};

interface AgreedFileProps {
  file: FileToSign;
  hash: string | undefined;
  act: SigningAct;
}

const AgreedFile = ({ file: { path, file }, hash, act }: AgreedFileProps) => (
  <li>
    <strong class="file-name">{path}</strong>
    <div>
      {showSize(file.size)}. {ACT_NAMES[act]}: {signedName(file.name, act)}
    </div>
    <div class="soft small">{text.hash}</div>
    <div class="mono soft">
      {hash === undefined ? text.hashing : hash === '' ? text.unreadable : hash}
    </div>
  </li>
);

interface ChooseActProps {
  group: KindGroup;
  count: number;
  act: SigningAct;
  onAct: (act: SigningAct) => void;
}

const ChooseAct = ({ group, count, act, onAct }: ChooseActProps) => {
  if (count === 0 || ACTS[group].length === 1) return null;
  return (
    <div>
      <fieldset class="radio-list">
        <legend class="field-label">{text.groups[group](count)}</legend>
        {ACTS[group].map((each) => (
          <label key={each}>
            <input type="radio" name={group} checked={act === each} onChange={() => onAct(each)} />{' '}
            {ACT_NAMES[each]}
          </label>
        ))}
      </fieldset>
    </div>
  );
};
