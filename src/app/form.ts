import type { ReportEntry } from '../validation/report.ts';

/** What the form's components need of the stages below; `src/ui` imports nothing deeper than `src/app`. */
export type { AttachmentFault } from '../attachment/check.ts';
export type { Contradiction, PdfAClaim } from '../attachment/pdfa/types.ts';
export type { Attachment, FileKind } from '../attachment/types.ts';
export { emptySection, switchOff, switchOn } from '../draft/sections.ts';
export { pasteAt } from '../draft/table/paste.ts';
export type { Edit } from '../draft/types.ts';
export { applies } from '../layout/condition.ts';
export { readText, showText } from '../layout/field-text.ts';
export { type CellField, type Column, rowShapeOf } from '../layout/row-shape.ts';
export type {
  ArrayField,
  BooleanField,
  ChoiceField,
  ChoiceOption,
  Condition,
  DateField,
  FileField,
  LayoutField,
  LayoutId,
  NumberField,
  ObjectField,
  OtherField,
  TextField,
} from '../layout/types.ts';
export type { PdfReadFault } from '../pdf/refusal.ts';
export type { DeliveredFile as KeptFile } from '../receipt/types.ts';
export type { CertificateFacts } from '../signing/certificate/facts.ts';
export type { CertificateSummary, SignatureForm } from '../signing/signer.ts';
export { firstEqual } from '../validation/duplicates.ts';
export type { Check, CheckLevel } from './signing/checks.ts';
export type { PfxQuestion } from './signing/worker/open-key.ts';

export type { ReportEntry };
/** An entry of a report that is a refusal, not a warning. */
export type ErrorEntry = Extract<ReportEntry, { level: 'error' }>;
