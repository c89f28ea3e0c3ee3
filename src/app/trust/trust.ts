import { fromPem } from '../../signing/certificate/pem.ts';
import { icpBrasilRoots } from '../../signing/trust/icp-brasil.ts';
import type { TrustStore } from '../../signing/verification.ts';
import type { TrustItem } from '../../store/schema.ts';
import { certificates } from '../certificates.ts';
import { ambiente } from '../state.ts';
import { trustRecords } from './trust-records.ts';

const dersOf = (items: readonly TrustItem[], kind: TrustItem['kind']) =>
  items.filter((item) => item.kind === kind).map(({ der }) => der);

/**
 * What certificates are judged by in the environment: chains end in its own anchors and, but in `simulado`, in the
 * pinned roots of ICP-Brasil. Authorities are known from imported certificates and from what the person loaded;
 * CRLs and OCSP answers from what was loaded or fetched.
 */
export const trustOf = async (): Promise<TrustStore> => {
  const items = await trustRecords.list();
  const loaded = dersOf(items, 'certificate');
  const { tipo, anchors = [] } = ambiente.value ?? {};
  return {
    anchors: [
      ...anchors.flatMap((pem) => fromPem(pem)),
      ...(tipo === 'simulado' ? [] : icpBrasilRoots(loaded)),
    ],
    intermediates: [...certificates.value.flatMap(({ chain }) => chain.slice(1)), ...loaded],
    revocation: { crls: dersOf(items, 'crl'), ocspResponses: dersOf(items, 'ocsp-response') },
  };
};
