import type { Verdict } from '../../../app/files-to-sign/report.ts';
import { VERDICTS } from '../../text/signature-report.ts';

/** Green only where nothing is left to check. */
export const VERDICT_TONES = {
  valid: 'success',
  'valid-revocation-unchecked': 'warning',
  indeterminate: 'warning',
  invalid: 'danger',
} as const satisfies Record<Verdict, string>;

export const VerdictChip = ({ verdict }: { verdict: Verdict }) => (
  <span class={`chip chip-${VERDICT_TONES[verdict]}`} data-verdict={verdict}>
    {VERDICTS[verdict]}
  </span>
);
