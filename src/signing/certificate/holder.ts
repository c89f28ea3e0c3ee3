import { childrenOf, type Der, fieldsOf, onlyChildOf } from '../der/reader.ts';
import { context } from '../der/tags.ts';
import { oidOf, textOf } from '../der/values.ts';
import { OID } from '../oids.ts';
import type { Holder } from '../signer.ts';
import { shownNameOf, subjectSerialNumberOf } from './name.ts';
import { isCnpj, isCpf } from './tax-id.ts';

/** Texts of the otherNames of a subjectAltName, by type (RFC 5280 §4.2.1.6). */
const otherNamesOf = (subjectAltName: Der): Map<string, string> => {
  const names = new Map<string, string>();
  for (const name of childrenOf(subjectAltName)) {
    if (name.tag !== context(0)) continue;
    const fields = fieldsOf(name, context(0));
    names.set(oidOf(fields.next()), textOf(onlyChildOf(fields.next(context(0)))));
  }
  return names;
};

// 2.16.76.1.3.1 begins with the date of birth (8 digits), then the CPF (DOC-ICP-04).
const CPF_IN_PERSON = [8, 19] as const;

/**
 * Reads whom a certificate belongs to, in both ICP-Brasil profiles: since Resolução CG ICP-Brasil 211 CPF or CNPJ is the
 * subject's serialNumber; before, they stand in otherNames and after the name. Numbers without valid check digits are none.
 */
export const readHolder = (subject: Der, subjectAltName: Der | undefined): Holder => {
  const others = subjectAltName ? otherNamesOf(subjectAltName) : new Map<string, string>();
  const serial = subjectSerialNumberOf(subject)
    ?.replace(/^(CPF|CNPJ):/i, '')
    .trim();
  const numbers = [serial, others.get(OID.icpPerson)?.slice(...CPF_IN_PERSON)];
  const companyNumbers = [serial, others.get(OID.icpCnpj)];
  const cpf = numbers.find((text) => text !== undefined && isCpf(text));
  const cnpj = companyNumbers.find((text) => text !== undefined && isCnpj(text));
  return {
    name: shownNameOf(subject).replace(/:(\d{11}|[0-9A-Z]{12}\d{2})$/, ''),
    ...(cpf && { cpf }),
    ...(cnpj && { cnpj }),
  };
};
