/** What signatures and reports of them are made of, for the screens. */
export type { CertificateFacts } from '../../signing/certificate/facts.ts';
export type {
  Coverage,
  FileReport,
  Reason,
  SignatureReport,
  TimestampReport,
  Verdict,
} from '../../signing/report.ts';
export type { SigningChoices } from '../../signing/signer.ts';
export { provesTime } from '../../signing/verdict.ts';
