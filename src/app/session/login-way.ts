import { computed, signal } from '@preact/signals';
import type { Ambiente } from '../../base/environment.ts';
import { ambiente, key } from '../state.ts';

/** How the person proves to Passaporte who she is (D11). */
export type LoginWay = 'certificate' | 'browser-store' | 'pasted-token';

export const LOGIN_WAYS: readonly LoginWay[] = ['certificate', 'browser-store', 'pasted-token'];

/** The way the person chose. */
export const chosenWay = signal<LoginWay>('certificate');

/** The way in use: the chosen one, else the first that the environment has. */
export const loginWay = computed(
  () =>
    [chosenWay.value, ...LOGIN_WAYS].find((way) => canLogin(way, ambiente.value)) ??
    chosenWay.value,
);

/** Whether a login way can be used in an environment. */
export const canLogin = (way: LoginWay, where: Ambiente | undefined): boolean => {
  if (way === 'certificate') return where?.hosts.login !== undefined;
  return way === 'pasted-token' || where?.hosts.passaporte !== undefined;
};

/** Whose session it is: another environment, way or certificate shares neither tokens nor representações. */
export const holderOf = (where: Ambiente): string => {
  const person =
    loginWay.value === 'certificate' && key.value.kind !== 'none'
      ? key.value.certificate.fingerprint
      : '';
  return `${where.id}/${loginWay.value}/${person}`;
};
