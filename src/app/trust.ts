import { fromPem } from '../signing/certificate/pem.ts';
import type { TrustStore } from '../signing/verification.ts';
import { certificates } from './certificates.ts';
import { ambiente } from './state.ts';

/** What a chain may end in here: the anchors of the environment, with the authorities known from imported certificates. */
export const trustOf = (): TrustStore => ({
  anchors: (ambiente.value?.anchors ?? []).flatMap((pem) => fromPem(pem)),
  intermediates: certificates.value.flatMap(({ chain }) => chain.slice(1)),
});
