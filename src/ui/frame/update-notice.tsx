import { updateNow } from '../../app/offline.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { frameText } from '../text/frame.ts';

/** A newer version waits for the person. */
export const UpdateNotice = () => (
  <Notice tone="info">
    {frameText.update} <Button onClick={updateNow}>{frameText.updateNow}</Button>
  </Notice>
);
