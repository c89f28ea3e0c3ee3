import { childrenOf, type Der, fieldsOf } from '../der/reader.ts';
import { TAG } from '../der/tags.ts';
import { booleanOf, oidOf } from '../der/values.ts';

/** OIDs of the critical extensions in an Extensions value (RFC 5280 §4.1). Throws `DerError`. */
export const criticalExtensionsOf = (list: Der | undefined): string[] =>
  (list ? childrenOf(list) : []).flatMap((extension) => {
    const fields = fieldsOf(extension);
    const dotted = oidOf(fields.next(TAG.oid));
    const critical = fields.optional(TAG.boolean);
    return critical && booleanOf(critical) ? [dotted] : [];
  });
