/** What the form's components need of the stages below; `src/ui` imports nothing deeper than `src/app`. */
export type { AttachmentFault } from '../attachment/check.ts';
export type { Attachment, FileKind } from '../attachment/types.ts';
export { emptySection, switchOff, switchOn } from '../draft/sections.ts';
export type { Edit } from '../draft/types.ts';
export type {
  ArrayField,
  BooleanField,
  ChoiceField,
  ChoiceOption,
  DateField,
  FieldGroup,
  FileField,
  LayoutField,
  NumberField,
  ObjectField,
  OtherField,
  TextField,
} from '../layout/types.ts';
export type { ErrorEntry, ReportEntry } from '../validation/entry.ts';
