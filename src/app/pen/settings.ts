import { computed, signal } from '@preact/signals';
import { fromUtf8 } from '../../base/bytes.ts';
import { parseJson } from '../../base/json.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { readPenSettings } from '../../process/read-settings.ts';
import { DEFAULT_SETTINGS, type PenSettings } from '../../process/tables.ts';
import type { StorageFault } from '../../store/database.ts';
import type { BodyHere } from '../../store/pen-lists.ts';
import { bodyHere } from '../processes/body.ts';
import { readFile } from '../read-file.ts';
import { stores } from '../stores.ts';
import { onChangedElsewhere, tellChanged } from '../tabs.ts';
import { hasRole, office } from './office.ts';

export { suggestedEspecie } from '../../process/mappings.ts';
export type { PenSettings } from '../../process/tables.ts';

const settingOf = ({ ambiente, orgao }: BodyHere): string => `penSettings:${ambiente}:${orgao}`;

const known = signal<{ of: string; settings: PenSettings } | undefined>(undefined);

/** How the body in use works with PEN. */
export const penSettings = computed<PenSettings>(() => {
  const here = bodyHere();
  return here && known.value?.of === settingOf(here) ? known.value.settings : DEFAULT_SETTINGS;
});

/** The settings of a body as they are kept. */
export const readSettings = async (body: BodyHere): Promise<PenSettings> =>
  readPenSettings(await stores.settings.get(settingOf(body))) ?? DEFAULT_SETTINGS;

/** Reads the settings of the body in use again. */
export const loadSettings = async (): Promise<void> => {
  const here = bodyHere();
  if (here) known.value = { of: settingOf(here), settings: await readSettings(here) };
};

onChangedElsewhere((what) => {
  if (what === 'settings') void loadSettings();
});

export type SettingsFault =
  /** Nobody is in this body's office, or she may not configure it. */
  'not-allowed' | StorageFault;

/** Whether the person in the office may change how the body in use works. */
export const mayConfigure = computed<boolean>(
  () => hasRole('configurar') && office.value?.orgao === bodyHere()?.orgao,
);

/** Writes what `change` makes of the settings of the body in use. */
export const changeSettings = async (
  change: (settings: PenSettings) => PenSettings,
): Promise<Result<void, SettingsFault>> => {
  const here = bodyHere();
  if (!here || !mayConfigure.value) return err('not-allowed');
  const settings = change(await readSettings(here));
  const kept = await stores.settings.set(settingOf(here), settings);
  if (!kept.ok) return kept;
  known.value = { of: settingOf(here), settings };
  tellChanged('settings');
  return ok(undefined);
};

/** The settings of the body in use as a file for other browsers. */
export const settingsFile = (): Blob =>
  new Blob([JSON.stringify(penSettings.value, null, 2)], { type: 'application/json' });

/** Takes the settings that another browser saved in the place of those here. */
export const takeSettingsFile = async (
  file: File,
): Promise<Result<void, SettingsFault | 'not-settings'>> => {
  const bytes = await readFile(file);
  const settings = bytes && readPenSettings(parseJson(fromUtf8(bytes)));
  return settings ? changeSettings(() => settings) : err('not-settings');
};
