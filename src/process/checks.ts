import type { PenUnit } from '../base/pen-unit.ts';
import { documentFindings } from './document-checks.ts';
import type { CheckContext, Finding, ProcessField } from './findings.ts';
import { hypothesisFault } from './hypothesis-fault.ts';
import { LONGEST } from './limits.ts';
import { nupVerdict } from './nup.ts';
import { isWithin, MB } from './tables.ts';
import type { Person, Process } from './types.ts';

/**
 * Everything that keeps a process from being sent, or that its sender should know, all at once: of the rules of the SEI
 * module those that have a meaning outside SEI, and the limits of the platform.
 */
export const checksOf = (process: Process, context: CheckContext): Finding[] => [
  ...processFindings(process, context),
  ...process.documents.flatMap((document) => documentFindings(document, context)),
  ...(context.destino ? destinationFindings(process, context.destino, context) : []),
];

/** Whether nothing of it keeps the process from being sent. */
export const mayBeSent = (findings: readonly Finding[]): boolean =>
  findings.every(({ blocks }) => !blocks);

const processFindings = (process: Process, { tables, standing }: CheckContext): Finding[] => {
  const { protocolo, descricao, tipo, nivelDeSigilo, hipoteseLegal, interessados } = process;
  const found: Finding[] = [];
  const add = (field: ProcessField, code: Finding['code'], about?: string) =>
    found.push({ code, blocks: true, place: { kind: 'process', field }, ...(about && { about }) });
  if (standing !== 'open') add('standing', 'not-open', standing);
  if (protocolo.trim() === '') add('protocolo', 'number-missing');
  else if (protocolo.length > LONGEST.protocolo) add('protocolo', 'number-too-long');
  else if (nupVerdict(protocolo) === 'wrong-digits') {
    found.push({
      ...{ code: 'wrong-check-digits', blocks: false },
      place: { kind: 'process', field: 'protocolo' },
    });
  }
  if (descricao.trim() === '') add('descricao', 'description-missing');
  else if (descricao.length > LONGEST.descricao) add('descricao', 'description-too-long');
  if (tipo.length > LONGEST.tipo) add('tipo', 'type-too-long');
  if (interessados.length === 0) add('interessados', 'interested-missing');
  found.push(...interessados.flatMap(personFindings));
  if (process.produtor.nome.trim() === '') add('produtor', 'producer-missing');
  if (nivelDeSigilo === 3) add('nivelDeSigilo', 'secret');
  const fault = hypothesisFault(nivelDeSigilo, hipoteseLegal, tables);
  if (fault) add('hipoteseLegal', fault);
  if (process.documents.every(({ retirado }) => retirado)) add('documents', 'no-documents');
  return found;
};

const personFindings = ({ nome, numeroDeIdentificacao = '' }: Person, n: number): Finding[] => {
  const place = { kind: 'process', field: 'interessados', n } as const;
  const found: Finding[] = [];
  if (nome.trim() === '') found.push({ code: 'interested-unnamed', blocks: true, place });
  else if (nome.length > LONGEST.nomeDePessoa) {
    found.push({ code: 'name-too-long', blocks: true, place, about: nome });
  }
  if (numeroDeIdentificacao.length > LONGEST.numeroDeIdentificacao) {
    found.push({ code: 'identification-too-long', blocks: true, place, about: nome });
  }
  return found;
};

const destinationFindings = (
  { documents }: Process,
  destino: PenUnit,
  { settings: { allowed, largestByUnit } }: CheckContext,
): Finding[] => {
  const isAllowed = allowed.length === 0 || isWithin(allowed, destino);
  const largest = largestByUnit.find(
    ({ repositorio, numero }) => repositorio === destino.repositorio && numero === destino.numero,
  )?.mb;
  const tooLarge = documents
    .filter(({ retirado }) => !retirado)
    .flatMap(({ id, ordem, components }) =>
      components
        .filter(({ size }) => largest !== undefined && size > largest * MB)
        .map(
          ({ nome }): Finding => ({
            ...{ code: 'too-large-there', blocks: true, about: nome },
            place: { kind: 'document', id, ordem, field: 'components' },
          }),
        ),
    );
  return [
    ...(isAllowed
      ? []
      : [
          {
            ...{ code: 'destination-not-allowed' as const, blocks: true, about: destino.nome },
            place: { kind: 'destination' as const },
          },
        ]),
    ...tooLarge,
  ];
};
