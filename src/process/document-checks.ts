import type { CheckContext, DocumentField, Finding } from './findings.ts';
import { hypothesisFault } from './hypothesis-fault.ts';
import { LONGEST } from './limits.ts';
import { isNamedType } from './mime-types.ts';
import { MB, type PenSettings, type PenTables } from './tables.ts';
import type { Component, ProcessDocument } from './types.ts';

/** What keeps a document from being sent. A withdrawn one, and one that was sent or received before, goes out as it is. */
export const documentFindings = (
  document: ProcessDocument,
  { tables, settings }: CheckContext,
): Finding[] => {
  const { id, ordem, retirado, wire, nivelDeSigilo, hipoteseLegal } = document;
  if (retirado || wire) return [];
  const found: Finding[] = [];
  const add = (field: DocumentField, code: Finding['code'], about?: string) =>
    found.push({
      ...{ code, blocks: true, place: { kind: 'document', id, ordem, field } },
      ...(about && { about }),
    });
  if (document.descricao.length > LONGEST.descricao) add('descricao', 'description-too-long');
  const especie = especieFault(document, tables);
  if (especie) add('especie', especie);
  if (nivelDeSigilo === 3) add('nivelDeSigilo', 'secret');
  const hypothesis = hypothesisFault(nivelDeSigilo, hipoteseLegal, tables);
  if (hypothesis) add('hipoteseLegal', hypothesis);
  const annexOf = document.ordemDoDocumentoReferenciado;
  if (annexOf !== undefined && annexOf >= ordem) {
    add('ordemDoDocumentoReferenciado', 'annex-of-nothing');
  }
  if (isUnsigned(document)) add('signatures', 'unsigned');
  else if (document.components.length === 0) add('components', 'document-empty');
  for (const component of document.components) {
    for (const code of componentFaults(component, settings)) {
      add('components', code, component.nome);
    }
  }
  return found;
};

const especieFault = (
  { especie: { codigo, nomeNoProdutor } }: ProcessDocument,
  { especies }: PenTables,
): Finding['code'] | undefined => {
  if (nomeNoProdutor.trim() === '') return 'especie-unnamed';
  if (!especies.some((each) => each.codigo === codigo)) return 'especie-unknown';
  return undefined;
};

/** Written here, and what is written is in no signed component. */
const isUnsigned = ({ origin, draftHtml, components }: ProcessDocument): boolean =>
  origin === 'written' &&
  (draftHtml !== undefined ||
    components.length === 0 ||
    components.some(({ signatures }) => signatures.length === 0));

const componentFaults = (
  { nome, size, ...type }: Component,
  { largestDocumentMb }: PenSettings,
): Finding['code'][] => [
  ...(nome.trim() === '' ? ['file-name-missing' as const] : []),
  ...(nome.length > LONGEST.nomeDeArquivo ? ['file-name-too-long' as const] : []),
  ...(size === 0 ? ['file-empty' as const] : []),
  ...(size > largestDocumentMb * MB ? ['file-too-large' as const] : []),
  ...(isNamedType(type) ? [] : ['file-type-unknown' as const]),
];
