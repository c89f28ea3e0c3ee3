import { copyKeys } from '../../app/backup/copy-keys.ts';
import { folder } from '../../app/backup/folder.ts';
import { lastCopy, uncopied } from '../../app/backup/uncopied.ts';
import { showInstant } from '../../base/civil-date.ts';
import { Notice } from '../parts/notice.tsx';
import { hrefOf } from '../router.ts';
import { FOLDER_FAULTS, copyText as text } from '../text/copia.ts';
import { SaveCopy } from './copy-section.tsx';

/** On the first screen: what no copy holds, where copies do not make themselves. */
export const CopyReminder = () => {
  const left = uncopied.value;
  const into = folder.value;
  const makesItself = copyKeys.value && into?.open && !into.fault;
  if (!left || makesItself) return null;
  return (
    <div class="home-notice">
      <Notice tone={into?.fault ? 'warning' : 'info'}>
        <div class="stack">
          <p>
            {into?.fault
              ? FOLDER_FAULTS[into.fault]
              : lastCopy.value
                ? text.uncopied(left.count, showInstant(left.since))
                : text.remindNone}
          </p>
          <div class="actions">
            {copyKeys.value ? (
              <SaveCopy />
            ) : (
              <a href={hrefOf({ screen: 'ajustes' })}>{text.remindLink}</a>
            )}
          </div>
        </div>
      </Notice>
    </div>
  );
};

/** For a browser that has nothing yet. */
export const RestoreInvitation = () => (
  <section class="card home-offline" aria-labelledby="have-copy">
    <h2 id="have-copy">{text.home}</h2>
    <p>{text.homeLead}</p>
    <p>
      <a href={hrefOf({ screen: 'ajustes' })}>{text.homeLink}</a>
    </p>
  </section>
);
