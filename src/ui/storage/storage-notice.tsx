import { noRoom, outdated } from '../../app/storage/condition.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { storageText as text } from '../text/armazenamento.ts';

/** On every screen, as long as nothing can be kept. */
export const StorageNotice = () => {
  if (outdated.value) {
    return (
      <div class="home-notice">
        <Notice tone="warning">
          <p>
            {text.outdated} {text.outdatedUnsaved}
          </p>
          <Button onClick={() => location.reload()}>{text.reload}</Button>
        </Notice>
      </div>
    );
  }
  if (!noRoom.value) return null;
  return (
    <div class="home-notice" data-storage="full">
      <Notice tone="danger">
        <strong>{text.fullTitle}</strong> {text.full} {text.fullGoesOn}
      </Notice>
    </div>
  );
};
