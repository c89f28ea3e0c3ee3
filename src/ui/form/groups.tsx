import type { ObjectField } from '../../app/form.ts';
import { isJsonObject } from '../../base/json.ts';
import { pointerTo } from '../../base/json-pointer.ts';
import type { PartProps } from './form-context.ts';

/** The members of a section, group by group. */
export const Groups = ({ field, pointer, value, Member }: PartProps<ObjectField>) => (
  <>
    {field.groups.map(({ title, fields }) => (
      <div key={title ?? ''} class="group">
        {title && <h2 class="group-title">{title}</h2>}
        <div class="group-fields">
          {fields.map((member) => (
            <Member
              key={member.name}
              field={member}
              pointer={pointerTo(pointer, member.name)}
              value={isJsonObject(value) ? value[member.name] : undefined}
            />
          ))}
        </div>
      </div>
    ))}
  </>
);
