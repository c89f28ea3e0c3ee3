import { useState } from 'preact/hooks';
import { changeSettings, type PenSettings } from '../../../app/pen/settings.ts';
import { SETTINGS_FAULTS } from '../../text/ajustes-pen.ts';

/** Writes a change of the settings; `said`: what came in its way, in words. */
export const useChange = () => {
  const [said, setSaid] = useState<string>();
  const change = async (next: (settings: PenSettings) => PenSettings): Promise<boolean> => {
    const written = await changeSettings(next);
    setSaid(written.ok ? undefined : SETTINGS_FAULTS[written.error]);
    return written.ok;
  };
  return { change, said };
};
