import { fromUtf8 } from '../../base/bytes.ts';
import { attempt, childrenOf, contentOf, type Der, fieldsOf } from '../der/reader.ts';
import { context, contextPrimitive } from '../der/tags.ts';
import { oidOf } from '../der/values.ts';
import { OID } from '../oids.ts';

/** uniformResourceIdentifier of a GeneralName (RFC 5280 §4.2.1.6). */
const URI = contextPrimitive(6);

const isWebAddress = (text: string): boolean =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

const addressesOf = (names: readonly Der[]): string[] =>
  names
    .filter((name) => name.tag === URI)
    .map((name) => fromUtf8(contentOf(name)))
    .filter(isWebAddress);

/** What only helps to find other files must not make a certificate unreadable. */
const orNone = (read: () => string[]): string[] => {
  const outcome = attempt(read);
  return 'value' in outcome ? outcome.value : [];
};

const addressesOfPoint = (point: Der): string[] => {
  const name = fieldsOf(point).optional(context(0));
  const fullName = name && childrenOf(name).find(({ tag }) => tag === context(0));
  return fullName ? addressesOf(childrenOf(fullName)) : [];
};

/** http(s) addresses of CRLDistributionPoints (RFC 5280 §4.2.1.13); none where it is malformed. */
export const readCrlAddresses = (points: Der): string[] =>
  orNone(() => childrenOf(points).flatMap(addressesOfPoint));

/** http(s) addresses of AuthorityInfoAccess (RFC 5280 §4.2.2.1); none where it is malformed. */
export const readAuthorityAccess = (
  access: Der,
): { ocspAddresses: string[]; issuerAddresses: string[] } => {
  const of = (method: string) =>
    orNone(() =>
      childrenOf(access).flatMap((description) => {
        const fields = fieldsOf(description);
        return oidOf(fields.next()) === method ? addressesOf([fields.next()]) : [];
      }),
    );
  return { ocspAddresses: of(OID.ocsp), issuerAddresses: of(OID.caIssuers) };
};
