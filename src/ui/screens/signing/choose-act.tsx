import { ACTS, type ActKind, type KindGroup } from '../../../app/files-to-sign/acts.ts';
import type { SigningChoices } from '../../../app/files-to-sign/report.ts';
import { ambiente } from '../../../app/state.ts';
import { ACTS as NAMES, SIGN_LEVELS, signSheetText as text } from '../../text/assinar.ts';

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

export type Level = NonNullable<SigningChoices['level']>;

interface ChooseLevelProps {
  level: Level;
  onLevel: (level: Level) => void;
  stamped: boolean;
  onStamped: (stamped: boolean) => void;
}

/** Seldom changed, and therefore folded. */
export const ChooseLevel = ({ level, onLevel, stamped, onStamped }: ChooseLevelProps) => (
  <details>
    <summary>{text.more}</summary>
    <fieldset class="radio-list">
      <legend class="field-label">{text.level}</legend>
      {(['AD-RB', 'BES'] as const).map((each) => (
        <label key={each}>
          <input
            type="radio"
            name="level"
            checked={level === each}
            onChange={() => onLevel(each)}
          />{' '}
          {SIGN_LEVELS[each]}
        </label>
      ))}
    </fieldset>
    {ambiente.value?.timestampAuthority !== undefined && (
      <label>
        <input type="checkbox" checked={stamped} onChange={() => onStamped(!stamped)} />{' '}
        {text.stamp}
      </label>
    )}
  </details>
);
