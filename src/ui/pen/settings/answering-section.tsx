import { penSettings } from '../../../app/pen/settings.ts';
import { penSettingsText as text } from '../../text/ajustes-pen.ts';
import { SettingSection } from './setting-section.tsx';
import { useChange } from './use-change.ts';

/** Whether what comes without any problem is accepted without asking anybody. */
export const AnsweringSection = () => {
  const { change, said } = useChange();
  const choose = async (box: HTMLInputElement) => {
    const acceptsAlone = box.checked;
    const isKept = await change((settings) => ({ ...settings, acceptsAlone }));
    if (!isKept) box.checked = !acceptsAlone;
  };
  return (
    <SettingSection id="answering" title={text.answering} fault={said}>
      <label class="file-choice">
        <input
          type="checkbox"
          aria-describedby="accepts-alone-help"
          checked={penSettings.value.acceptsAlone}
          onChange={({ currentTarget }) => void choose(currentTarget)}
        />
        {text.acceptsAlone}
      </label>
      <p id="accepts-alone-help" class="soft small">
        {text.acceptsAloneHelp}
      </p>
    </SettingSection>
  );
};
