import type { Ambiente } from '../../base/environment.ts';
import { byBrowserStore, type PassaporteWay } from '../../protocol/recepcao/passaporte.ts';
import { wayOfOpenKey } from '../signing/signing-client.ts';
import { key } from '../state.ts';
import { loginWay } from './login-way.ts';

/** The way to Passaporte as things stand: `undefined` while the certificate is locked, or with a pasted token. */
export const wayTo = (where: Ambiente): PassaporteWay | undefined => {
  const { login, passaporte } = where.hosts;
  if (loginWay.value === 'certificate') {
    if (!login || key.value.kind !== 'unlocked') return undefined;
    return wayOfOpenKey(new URL(login, location.href));
  }
  if (loginWay.value === 'browser-store' && passaporte) {
    return byBrowserStore((request) => fetch(request), passaporte);
  }
  return undefined;
};
