import { isCnpj, isCpf } from '../../base/tax-id.ts';
import { childrenOf, type Der, fieldsOf, onlyChildOf } from '../der/reader.ts';
import { context } from '../der/tags.ts';
import { oidOf, textOf } from '../der/values.ts';
import { OID } from '../oids.ts';
import type { Holder } from '../signer.ts';
import { shownNameOf, subjectSerialNumberOf } from './name.ts';

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

/** 2.16.76.1.3.1 and .4 begin with the date of birth (8 digits), then the CPF (DOC-ICP-04). */
const cpfIn = (personData: string | undefined): string | undefined => personData?.slice(8, 19);

const firstOf = (
  candidates: (string | undefined)[],
  isOne: (text: string) => boolean,
): string | undefined => candidates.find((text) => text !== undefined && isOne(text));

const readResponsible = (others: Map<string, string>): Pick<Holder, 'responsible'> => {
  const name = others.get(OID.icpResponsibleName);
  const cpf = firstOf([cpfIn(others.get(OID.icpResponsible))], isCpf);
  return name ? { responsible: { name, ...(cpf && { cpf }) } } : {};
};

/**
 * Reads whom a certificate belongs to, in both ICP-Brasil profiles: since Resolução CG ICP-Brasil 211 CPF or CNPJ is the
 * subject's serialNumber; before, they stand in otherNames and after the name. Numbers without valid check digits are none.
 */
export const readHolder = (subject: Der, subjectAltName: Der | undefined): Holder => {
  const others = subjectAltName ? otherNamesOf(subjectAltName) : new Map<string, string>();
  const serial = subjectSerialNumberOf(subject)
    ?.replace(/^(CPF|CNPJ):/i, '')
    .trim();
  const cpf = firstOf([serial, cpfIn(others.get(OID.icpPerson))], isCpf);
  const cnpj = firstOf([serial, others.get(OID.icpCnpj)], isCnpj);
  return {
    name: shownNameOf(subject).replace(/:(\d{11}|[0-9A-Z]{12}\d{2})$/, ''),
    ...(cpf && { cpf }),
    ...(cnpj && { cnpj }),
    ...readResponsible(others),
  };
};
