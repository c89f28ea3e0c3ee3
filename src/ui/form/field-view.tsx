import { memo } from '../parts/memo.tsx';
import { BooleanInput } from './fields/boolean-input.tsx';
import { ChoiceInput } from './fields/choice-input.tsx';
import { FileInput } from './fields/file-input.tsx';
import { OtherValue } from './fields/other-value.tsx';
import { ReferenceInput } from './fields/reference-input.tsx';
import { TextInput } from './fields/text-input.tsx';
import type { FieldProps } from './form-context.ts';
import { Hinted } from './hinted.tsx';
import { Rows } from './rows.tsx';
import { Section } from './section.tsx';

/** Any field, in the light of its hint; what an edit did not touch is not shown again. */
export const FieldView = memo<FieldProps>((props) =>
  props.field.when ? (
    <Hinted {...props} when={props.field.when}>
      <ByKind {...props} />
    </Hinted>
  ) : (
    <ByKind {...props} />
  ),
);

const ByKind = ({ field, pointer, value }: FieldProps) => {
  const place = { pointer, value };
  const part = { ...place, Member: FieldView };
  switch (field.kind) {
    case 'object':
      return <Section field={field} {...part} />;
    case 'array':
      return <Rows field={field} {...part} />;
    case 'choice':
      return <ChoiceInput field={field} {...place} />;
    case 'boolean':
      return <BooleanInput field={field} {...place} />;
    case 'file':
      return <FileInput field={field} {...place} />;
    case 'integer':
      return field.reference ? (
        <ReferenceInput field={field} {...place} />
      ) : (
        <TextInput field={field} {...place} />
      );
    case 'other':
      return <OtherValue field={field} {...place} />;
    default:
      return <TextInput field={field} {...place} />;
  }
};
