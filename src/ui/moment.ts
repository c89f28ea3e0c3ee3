import { signal } from '@preact/signals';
import type { QueueEntry } from '../app/queue/types.ts';
import { waitsInVain } from '../app/queue/waits-in-vain.ts';
import { loginWay } from '../app/session/login-way.ts';
import { isOffered } from '../app/session/represented.ts';
import { clockSkew, key, token } from '../app/state.ts';
import type { Moment } from './text/situacao.ts';

const TICK_MS = 5_000;

/** Epoch ms UTC by this machine's clock, told every few seconds, for what is said of times to come. */
export const now = signal(Date.now());
setInterval(() => {
  now.value = Date.now();
}, TICK_MS);

/** What of the moment the words about an entry depend on. */
export const momentFor = (entry: QueueEntry): Moment => ({
  now: now.value,
  skewMs: clockSkew.value ?? 0,
  login: loginFor(entry),
  inVain: waitsInVain(entry),
});

/** Whether one can log in for an entry now, or else what for want of. */
export const loginFor = ({ representacao }: QueueEntry): Moment['login'] => {
  if (isNotTheHolders(representacao)) return 'of-another';
  switch (loginWay.value) {
    case 'browser-store':
      return 'possible';
    case 'certificate':
      return key.value.kind === 'unlocked' ? 'possible' : 'certificate-closed';
    case 'pasted-token': {
      const pasted = token.value;
      const serves = pasted && [undefined, pasted.representacao].includes(representacao);
      return serves ? 'possible' : 'no-token';
    }
  }
};

/** Another person's: no login of this one serves it. A pasted token stands for one, and another may be pasted. */
const isNotTheHolders = (representacao: number | undefined): boolean =>
  loginWay.value !== 'pasted-token' &&
  representacao !== undefined &&
  isOffered(representacao) === false;
