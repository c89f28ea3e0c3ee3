import type { Verdict } from '../../../app/files-to-sign/report.ts';
import { VERDICTS } from '../../text/signature-report.ts';

/** Green only where nothing is left to check. */
const TONES: Record<Verdict, string> = {
  valid: 'success',
  'valid-revocation-unchecked': 'warning',
  indeterminate: 'warning',
  invalid: 'danger',
};

export const VerdictChip = ({ verdict }: { verdict: Verdict }) => (
  <span class={`chip chip-${TONES[verdict]}`} data-verdict={verdict}>
    {VERDICTS[verdict]}
  </span>
);
