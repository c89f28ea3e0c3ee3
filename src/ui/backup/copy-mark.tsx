import { folder } from '../../app/backup/folder.ts';
import { lastCopy, uncopied } from '../../app/backup/uncopied.ts';
import { showInstant } from '../../base/civil-date.ts';
import { hrefOf } from '../router.ts';
import { copyText as text } from '../text/copia.ts';

/** The last copy, in the strip; nothing while there is nothing to copy. */
export const CopyMark = () => {
  const copy = lastCopy.value;
  const left = uncopied.value;
  const into = folder.value;
  if (!copy && !left) return null;
  const trouble = into && (into.fault || !into.open);
  const words = () => {
    if (into?.fault) return text.markFault;
    if (!copy) return text.markNone;
    const at = showInstant(copy.at);
    return left ? text.markUncopied(at, left.count) : text.mark(at);
  };
  return (
    <a
      class={`strip-item ${trouble || !copy ? 'strip-item-warn' : ''}`}
      href={hrefOf({ screen: 'ajustes' })}
    >
      {words()}
    </a>
  );
};
