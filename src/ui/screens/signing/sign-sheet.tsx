import { useState } from 'preact/hooks';
import {
  ACTS,
  type ActKind,
  groupOf,
  type KindGroup,
  type SigningAct,
} from '../../../app/files-to-sign/acts.ts';
import { isSigning, signBatch } from '../../../app/files-to-sign/batch.ts';
import type { FileToSign } from '../../../app/files-to-sign/files.ts';
import type { SigningTask } from '../../../app/files-to-sign/sign-one.ts';
import { key } from '../../../app/state.ts';
import { requestTimestamp } from '../../../app/trust/relay.ts';
import { SigningCertificate } from '../../certificate/signing-certificate.tsx';
import { usePreflight } from '../../certificate/use-preflight.ts';
import { Button } from '../../parts/button.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { signSheetText as text } from '../../text/assinar.ts';
import { stampLines } from '../../text/carimbo.ts';
import { AgreedFile } from './agreed-file.tsx';
import { ChooseAct } from './choose-act.tsx';
import { MoreOptions, type Options, USUAL } from './more-options.tsx';
import { useHashes } from './use-hashes.ts';

interface SignSheetProps {
  /** As they are when the sheet opens: what comes into the list later was not agreed to. */
  files: readonly FileToSign[];
  /** What is done with all of them, where nothing is left to choose. */
  act?: SigningAct;
  onSigning: () => void;
  onClose: () => void;
}

const GROUPS: readonly KindGroup[] = ['pdf', 'p7s', 'other'];

/** Before every signature: whose certificate, what exactly, in which way, one button. */
export const SignSheet = ({ files: chosen, act, onSigning, onClose }: SignSheetProps) => {
  const [files] = useState(chosen);
  const hashes = useHashes(files);
  const { checks, allowed, handwritten, stillAllowed } = usePreflight();
  const [options, setOptions] = useState<Options>(USUAL);
  const [acts, setActs] = useState<Record<KindGroup, ActKind>>({
    pdf: ACTS.pdf[0],
    p7s: ACTS.p7s[0],
    other: ACTS.other[0],
  });
  const state = key.value;
  const actOf = ({ kind }: FileToSign): SigningAct => act ?? { kind: acts[groupOf(kind)] };
  const { level, isTimestamped, stamp } = options;
  const choices = {
    ...(level !== 'usual' && { level }),
    ...(isTimestamped && { timestamp: requestTimestamp }),
  };
  const tasks = files.flatMap((file): SigningTask[] => {
    const sha256 = hashes.get(file.id);
    return sha256 ? [{ id: file.id, sha256, act: actOf(file), choices }] : [];
  });
  const inPdf = files.filter((file) => actOf(file).kind === 'pdf');
  const onlyPdf = inPdf.length === 1 ? inPdf[0] : undefined;
  const isHashed = hashes.size === files.length && tasks.length > 0;

  const withStamp = (task: SigningTask): SigningTask => {
    if (!stamp || state.kind !== 'unlocked') return task;
    const lines = stampLines(state.certificate.holder, Date.now());
    return { ...task, stamp: { ...stamp, lines } };
  };

  const sign = async () => {
    if (!(await stillAllowed())) return;
    signBatch(tasks.map((task) => (task.id === onlyPdf?.id ? withStamp(task) : task)));
    onSigning();
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
            disabled={!allowed || !isHashed || isSigning.value}
            onClick={() => void sign()}
          >
            {text.consentButton(tasks.length)}
          </Button>
        </>
      }
    >
      <div class="stack">
        <SigningCertificate checks={checks} needKey={text.needKey} />
        <p>{text.lead(files.length)}</p>
        <div>
          <ul class="plain-list">
            {files.map((file) => (
              <AgreedFile key={file.id} file={file} hash={hashes.get(file.id)} act={actOf(file)} />
            ))}
          </ul>
        </div>
        {!act &&
          GROUPS.map((group) => (
            <ChooseAct
              key={group}
              group={group}
              count={files.filter(({ kind }) => groupOf(kind) === group).length}
              act={acts[group]}
              onAct={(chosen) => setActs({ ...acts, [group]: chosen })}
            />
          ))}
        {act?.kind !== 'counter-sign' && (
          <MoreOptions options={options} onOptions={setOptions} pdf={onlyPdf?.file} />
        )}
        <p>{text.consent(handwritten && act?.kind !== 'counter-sign')}</p>
      </div>
    </Sheet>
  );
};
