import { canonicalJson } from '../../base/canonical-json.ts';
import type { ReceivedDelivery } from './messages.ts';

/** Whether the court holds exactly what was sent: equality of the canonical forms (D2). */
export const sameContent = ({ jsonNode }: ReceivedDelivery, finalBody: { text: string }): boolean =>
  canonicalJson(jsonNode) === finalBody.text;
