import type { ReceivedDocument, ReceivedMetadata } from './received-metadata.ts';
import type { Component, Process, ProcessDocument } from './types.ts';

/** What speaks against taking in what came. */
export type ReceiveProblemCode =
  /** The metadata lack something that nothing can be made without. */
  | 'unreadable'
  | 'format-unknown'
  /** What was downloaded is not what the sender announced. */
  | 'component-corrupt'
  /** A document without files, or a file without content. */
  | 'component-missing'
  | 'especie-not-mapped'
  | 'hipotese-not-mapped'
  | 'too-large'
  | 'secret'
  /** It is addressed to a unit that is not one of ours. */
  | 'unit-unknown'
  | 'orders-broken'
  /** Another process of ours has this number. */
  | 'protocol-taken'
  /** The process came back under another number than it left. */
  | 'protocol-changed'
  /** A document we hold came back otherwise, or not at all (hash, order or espécie, 0047). */
  | 'document-changed'
  | 'document-gone';

export interface ReceiveProblem {
  code: ReceiveProblemCode;
  /** Place of the document it is about. */
  ordem?: number;
  /** Name of the file, the espécie or the number it is about. */
  what?: string;
}

/** Code of the platform for a refusal (pen.md C.3). */
export type MotivoDaRecusa = '01' | '02' | '03' | '04' | '99';

/** The code a refusal for a problem carries. */
export const motivoOf = ({ code }: { code: string }): MotivoDaRecusa => {
  switch (code) {
    case 'format-unknown':
      return '01';
    case 'component-corrupt':
      return '02';
    case 'component-missing':
      return '03';
    case 'especie-not-mapped':
      return '04';
    default:
      return '99';
  }
};

/** What this body takes, by its own settings: none of it is a rule of the platform. */
export interface ReceiveRules {
  /** Bytes of one file. */
  largestBytes: number;
  isEspecieMapped(codigo: number, isAnnex: boolean): boolean;
  isHipoteseMapped(identificacao: number): boolean;
  /** Whether a unit, `repositorio` and `numero`, is one of ours. */
  isOurs(unit: { repositorio: number; numero: string }): boolean;
}

/** What we hold already: the process by its NRE, or another one by its number. */
export interface Held {
  same?: Process;
  otherOfThatNumber?: Process;
}

/** All that speaks against taking it in, in the order of the documents. */
export const receiveProblems = (
  received: ReceivedMetadata,
  { same, otherOfThatNumber }: Held,
  rules: ReceiveRules,
): ReceiveProblem[] => [
  ...aboutAll(received, rules),
  ...(otherOfThatNumber ? [{ code: 'protocol-taken', what: received.protocolo } as const] : []),
  ...(same ? comparedWith(same, received) : []),
  ...received.documents.flatMap((document) => aboutDocument(document, rules)),
];

const aboutAll = (received: ReceivedMetadata, rules: ReceiveRules): ReceiveProblem[] => {
  const { nivelDeSigilo, hipoteseLegal, destinatario, unidadeReceptora, documents } = received;
  const addressee = unidadeReceptora ?? destinatario;
  const isContiguous = documents
    .map(({ ordem }) => ordem)
    .sort((a, b) => a - b)
    .every((ordem, index) => ordem === index + 1);
  return [
    ...(rules.isOurs(addressee) ? [] : [problem('unit-unknown', addressee.numero)]),
    ...(nivelDeSigilo === 3 ? [problem('secret')] : []),
    ...(hipoteseLegal === undefined || rules.isHipoteseMapped(hipoteseLegal)
      ? []
      : [problem('hipotese-not-mapped', String(hipoteseLegal))]),
    ...(documents.length > 0 && isContiguous ? [] : [problem('orders-broken')]),
  ];
};

const problem = (code: ReceiveProblemCode, what?: string): ReceiveProblem => ({
  code,
  ...(what !== undefined && { what }),
});

const aboutDocument = (document: ReceivedDocument, rules: ReceiveRules): ReceiveProblem[] => {
  // Nothing of a withdrawn document is asked for, so nothing of it can be missing.
  if (document.retirado) return [];
  const { ordem, especie, hipoteseLegal, nivelDeSigilo, components } = document;
  const found: ReceiveProblem[] = [];
  const isAnnex = document.ordemDoDocumentoReferenciado !== undefined;
  if (!rules.isEspecieMapped(especie.codigo, isAnnex)) {
    found.push(problem('especie-not-mapped', especie.nomeNoProdutor));
  }
  if (nivelDeSigilo === 3) found.push(problem('secret'));
  if (hipoteseLegal !== undefined && !rules.isHipoteseMapped(hipoteseLegal)) {
    found.push(problem('hipotese-not-mapped', String(hipoteseLegal)));
  }
  if (components.length === 0) found.push(problem('component-missing'));
  for (const component of components) found.push(...aboutComponent(component, rules));
  return found.map((each) => ({ ...each, ordem }));
};

const aboutComponent = (
  { nome, size, mimeType, dadosComplementares }: Component,
  { largestBytes }: ReceiveRules,
): ReceiveProblem[] => [
  ...(size === 0 ? [problem('component-missing', nome)] : []),
  ...(size > largestBytes ? [problem('too-large', nome)] : []),
  ...(mimeType === 'outro' && !dadosComplementares ? [problem('format-unknown', nome)] : []),
];

/** What came back must be what left (pen.md E.7): the same number, and each document of ours in its place, unchanged. */
const comparedWith = (held: Process, received: ReceivedMetadata): ReceiveProblem[] => {
  const byOrder = new Map(received.documents.map((document) => [document.ordem, document]));
  const changed = held.documents.flatMap(({ ordem, ...document }): ReceiveProblem[] => {
    const come = byOrder.get(ordem);
    const what = `${ordem} ${document.especie.nomeNoProdutor}`;
    if (!come) return [{ code: 'document-gone', ordem, what }];
    return isSameDocument(document, come) ? [] : [{ code: 'document-changed', ordem, what }];
  });
  return held.protocolo === received.protocolo
    ? changed
    : [problem('protocol-changed', held.protocolo), ...changed];
};

const isSameDocument = (
  held: Pick<ProcessDocument, 'especie' | 'components'>,
  come: ReceivedDocument,
): boolean =>
  held.especie.codigo === come.especie.codigo &&
  (come.retirado || hashesOf(held.components) === hashesOf(come.components));

const hashesOf = (components: readonly Component[]): string =>
  [...components]
    .sort((a, b) => a.ordem - b.ordem)
    .map(({ sha256 }) => sha256)
    .join(' ');
