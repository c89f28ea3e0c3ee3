import type { ReceiptKind, ReceiptVerdict } from '../../app/pen/types.ts';
import { sayVerdict, tramitesText as text } from '../text/tramites.ts';

// None is green: whose certificate signed it is for the person to see.
const TONES: Record<ReceiptVerdict['kind'], string> = {
  trusted: '',
  'signer-unknown': 'chip-warning',
  invalid: 'chip-danger',
  unverifiable: 'chip-warning',
};

interface ReceiptVerdictLineProps {
  kind: ReceiptKind;
  verdict: ReceiptVerdict;
}

/** What may be said of a receipt. */
export const ReceiptVerdictLine = ({ kind, verdict }: ReceiptVerdictLineProps) => (
  <p class="small">
    <span class={`chip ${TONES[verdict.kind]}`}>{text.verdicts[verdict.kind]}</span>{' '}
    {sayVerdict(kind, verdict)}
  </p>
);
