import { bodyHere } from '../processes/body.ts';
import { stores } from '../stores.ts';

const settingOf = ({ ambiente, orgao }: { ambiente: string; orgao: string }): string =>
  `penAcceptsAlone:${ambiente}:${orgao}`;

/** Whether a body takes in by itself what comes without any problem. */
export const acceptsAlone = async (body = bodyHere()): Promise<boolean> =>
  body !== undefined && (await stores.settings.get(settingOf(body))) === true;

export const setAcceptsAlone = async (isOn: boolean): Promise<void> => {
  const body = bodyHere();
  if (body) await stores.settings.set(settingOf(body), isOn);
};
