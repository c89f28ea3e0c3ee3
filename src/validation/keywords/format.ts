import { isUuid } from '../../base/ids.ts';
import { formats } from '../formats.ts';
import { messages } from '../messages.ts';
import { type Check, errorHead, type Subschema } from '../plan.ts';

/** Text that stands for a file sent to the court before (colare-doc 1.5.1). */
const arquivoGed =
  (subschema: Subschema): Check<string> =>
  (value, run) => {
    const attribute = 'arquivo-ged';
    if (!isUuid(value)) {
      run.entries.push({
        ...errorHead('format', subschema, run),
        attribute,
        message: messages.gedMalformed,
        value,
        expected: 'UUID',
      });
    } else if (run.options.gedExists && !run.options.gedExists(value)) {
      run.entries.push({
        ...errorHead('format', subschema, run),
        attribute,
        message: messages.gedUnknown,
        value,
      });
    }
  };

/** Makes a format ready; `undefined` where the court's library does not know it. */
export const formatCheck = (subschema: Subschema, attribute: string): Check<string> | undefined => {
  if (attribute === 'arquivo-ged') return arquivoGed(subschema);
  const format = formats.get(attribute);
  if (format === undefined) return undefined;
  const { accepts, expected } = format;
  return (value, run) => {
    if (accepts(value)) return;
    const head = { ...errorHead('format', subschema, run), attribute };
    run.entries.push(
      expected === undefined
        ? { ...head, message: messages.format(value, attribute), value }
        : {
            ...head,
            message: messages.date(
              value,
              typeof expected === 'string' ? expected : JSON.stringify(expected),
            ),
            value,
            expected,
          },
    );
  };
};
