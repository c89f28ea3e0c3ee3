import { ACTS, type ActKind, type KindGroup } from '../../../app/files-to-sign/acts.ts';
import { ACTS as NAMES, signSheetText as text } from '../../text/assinar.ts';

interface ChooseActProps {
  group: KindGroup;
  count: number;
  act: ActKind;
  onAct: (act: ActKind) => void;
}

/** In which way the files of a group are signed. */
export const ChooseAct = ({ group, count, act, onAct }: ChooseActProps) => {
  if (count === 0) return null;
  return (
    <div>
      <fieldset class="radio-list">
        <legend class="field-label">{text.groups[group](count)}</legend>
        {ACTS[group].map((each) => (
          <label key={each}>
            <input type="radio" name={group} checked={act === each} onChange={() => onAct(each)} />{' '}
            {NAMES[each]}
          </label>
        ))}
      </fieldset>
    </div>
  );
};
