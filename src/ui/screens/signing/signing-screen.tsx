import { useEffect, useState } from 'preact/hooks';
import { isSigning } from '../../../app/files-to-sign/batch.ts';
import { filesOfDrop } from '../../../app/files-to-sign/choose.ts';
import { takeFiles } from '../../../app/files-to-sign/examine-files.ts';
import { filesToSign, selectedFiles } from '../../../app/files-to-sign/files.ts';
import { guardResults } from '../../../app/files-to-sign/results.ts';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { onDropped } from '../../parts/on-dropped.ts';
import { ScreenHead } from '../../parts/screen-head.tsx';
import { signingText as text } from '../../text/assinar.ts';
import { BatchProgress } from './batch-progress.tsx';
import { ChooseFiles } from './choose-files.tsx';
import { FileList } from './file-list.tsx';
import { ReportScreen } from './report-screen.tsx';
import { SignSheet } from './sign-sheet.tsx';

guardResults();

/** Signs files of any kind, and tells of any signed file what it is worth. */
export const SigningScreen = ({ id }: { id: string | undefined }) =>
  id ? <ReportScreen id={id} /> : <FilesScreen />;

const FilesScreen = () => {
  const [signing, setSigning] = useState(false);
  const [fault, setFault] = useState(false);
  const count = selectedFiles.value.length;
  const close = () => setSigning(false);

  useEffect(
    () => onDropped((transfer) => filesOfDrop(transfer).then(takeFiles, () => setFault(true))),
    [],
  );

  return (
    <div class="stack">
      <ScreenHead title={text.title} lead={text.lead}>
        {filesToSign.value.length > 0 && (
          <Button
            look="primary"
            disabled={count === 0 || isSigning.value}
            onClick={() => setSigning(true)}
          >
            {text.sign(count)}
          </Button>
        )}
      </ScreenHead>
      <ChooseFiles onFault={() => setFault(true)} />
      {fault && <Notice tone="danger">{text.folderFault}</Notice>}
      <BatchProgress onRetry={() => setSigning(true)} />
      <FileList />
      {signing && <SignSheet files={selectedFiles.value} onSigning={close} onClose={close} />}
    </div>
  );
};
