import { isDeepStrictEqual } from 'node:util';
import { documentedPayload } from '../support/documented-payload.ts';
import type { Relay } from './relay.ts';

/** What stands at the court: one delivery's state, and its content as it was received. */
interface Delivery {
  statusEnvio: string;
  text: string;
}

/** Whether a delivery is the one with this mark. */
export const isMarked = ({ text }: Delivery, mark: string): boolean =>
  JSON.parse(text).numeroDecretoMunicipal === mark;

/** What is not as it must be: exactly one delivery, homologated, of her content, and none sent after one was taken. */
export const faultsOf = (
  deliveries: readonly Delivery[],
  posts: Relay['posts'],
  mark: string,
): string[] => {
  const faults: string[] = [];
  if (deliveries.length !== 1) faults.push(`${deliveries.length} deliveries at the court`);
  for (const { statusEnvio, text } of deliveries) {
    if (statusEnvio !== 'HOMOLOGADO') faults.push('not homologated');
    if (!isHers(text, mark)) faults.push('other content');
  }
  const taken = posts.findIndex(({ status }) => status === 200);
  if (taken >= 0 && taken < posts.length - 1) faults.push('sent again after it had been taken');
  return faults;
};

/** The documented payload with her mark, whatever id the court gave the file. */
const isHers = (text: string, mark: string): boolean => {
  const { idDocumentoPDF, ...data } = JSON.parse(text);
  const { idDocumentoPDF: _, ...documented } = documentedPayload;
  return (
    typeof idDocumentoPDF === 'string' &&
    isDeepStrictEqual(data, { ...documented, numeroDecretoMunicipal: mark })
  );
};
