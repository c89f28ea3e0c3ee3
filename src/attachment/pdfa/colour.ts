import type { PdfDocument } from '../../pdf/document.ts';
import { isDict, isName, isStream, type PdfDict, type PdfTarget } from '../../pdf/objects.ts';
import { nameAt } from './entries.ts';
import type { Contradiction } from './types.ts';

/** The device colour spaces of ISO 32000-1 §8.6.4. */
export type Device = 'rgb' | 'cmyk' | 'gray';

const DEVICES: Record<string, Device> = {
  DeviceRGB: 'rgb',
  DeviceCMYK: 'cmyk',
  DeviceGray: 'gray',
};
/** Abbreviations that only inline images have (ISO 32000-1 §8.9.7). */
const INLINE_DEVICES: Record<string, Device> = { RGB: 'rgb', CMYK: 'cmyk', G: 'gray', ...DEVICES };

export const inlineDevice = (name: string): Device | undefined => INLINE_DEVICES[name];

/** The device behind a colour space: itself, one named in the resources, or the base of an indexed one. */
export const deviceOf = async (
  document: PdfDocument,
  space: PdfTarget,
  resources: PdfDict,
): Promise<Device | undefined> => {
  const plain = await document.resolve(isStream(space) ? null : space);
  if (isName(plain)) return DEVICES[plain.name] ?? namedDevice(document, plain.name, resources);
  return arrayDevice(document, plain);
};

const namedDevice = async (
  document: PdfDocument,
  name: string,
  resources: PdfDict,
): Promise<Device | undefined> => {
  const spaces = await document.resolve(resources.entries.get('ColorSpace'));
  const found = isDict(spaces) ? await document.resolve(spaces.entries.get(name)) : null;
  return isName(found) ? DEVICES[found.name] : arrayDevice(document, found);
};

const arrayDevice = async (
  document: PdfDocument,
  space: PdfTarget,
): Promise<Device | undefined> => {
  if (!Array.isArray(space)) return undefined;
  const family = await document.resolve(space[0]);
  if (!isName(family)) return undefined;
  const base = family.name === 'Indexed' ? await document.resolve(space[1]) : family;
  return isName(base) ? DEVICES[base.name] : undefined;
};

const COMPONENTS: Partial<Record<Device, number>> = { rgb: 3, cmyk: 4 };

/** Colours of a device want a profile of that kind of device (ISO 19005-1 §6.2.3.3, -2 §6.2.4.3). */
export const colourContradiction = async (
  document: PdfDocument,
  devices: ReadonlySet<Device>,
): Promise<Contradiction | undefined> => {
  if (devices.size === 0) return undefined;
  const components = await outputComponents(document);
  if (components === undefined) return 'no-output-intent';
  const fits = [...devices].every((device) => (COMPONENTS[device] ?? components) === components);
  return fits ? undefined : 'other-output-intent';
};

/** The number of components of the profile in the PDF/A output intent. */
const outputComponents = async (document: PdfDocument): Promise<number | undefined> => {
  const catalog = await document.catalog();
  for (const entry of await document.array(catalog.entries.get('OutputIntents'))) {
    const intent = await document.resolve(entry);
    if (!isDict(intent)) continue;
    const kind = await nameAt(document, intent, 'S');
    const profile = await document.resolve(intent.entries.get('DestOutputProfile'));
    if (kind !== 'GTS_PDFA1' || !isStream(profile)) continue;
    const components = await document.resolve(profile.dict.entries.get('N'));
    if (typeof components === 'number') return components;
  }
  return undefined;
};
