import type { Component, ProcessDocument } from '../../process/types.ts';

type Documents = readonly ProcessDocument[];

/**
 * Whether a document went out or came in with the process: the platform knows it by its place, files and espécie, and
 * would refuse any other under this number (0047).
 */
export const isFixed = ({ wire }: ProcessDocument): boolean => wire !== undefined;

/** The documents in this order, counted from 1; an annex follows its document, wherever that stands now. */
const inOrder = (documents: Documents): ProcessDocument[] => {
  const places = new Map(documents.map(({ ordem }, n) => [ordem, n + 1]));
  return documents.map(({ ordemDoDocumentoReferenciado: referred, ...document }, n) => {
    const place = referred === undefined ? undefined : places.get(referred);
    return {
      ...document,
      ordem: n + 1,
      ...(place !== undefined && { ordemDoDocumentoReferenciado: place }),
    };
  });
};

export const withDocument = (
  documents: Documents,
  document: ProcessDocument,
): ProcessDocument[] => [...documents, { ...document, ordem: documents.length + 1 }];

/** The documents with this one as `change` makes it; its place stays. */
export const withChanged = (
  documents: Documents,
  id: string,
  change: (document: ProcessDocument) => ProcessDocument,
): ProcessDocument[] =>
  documents.map((document) => (document.id === id ? change(document) : document));

/** Whether a document can take the place before (-1) or after (1) it: none that is fixed moves. */
export const canMove = (documents: Documents, id: string, by: -1 | 1): boolean => {
  const at = documents.findIndex((document) => document.id === id);
  const [document, other] = [documents[at], documents[at + by]];
  return document !== undefined && other !== undefined && ![document, other].some(isFixed);
};

export const moved = (documents: Documents, id: string, by: -1 | 1): ProcessDocument[] => {
  if (!canMove(documents, id, by)) return [...documents];
  const at = documents.findIndex((document) => document.id === id);
  const order = [...documents];
  order.splice(at + by, 0, ...order.splice(at, 1));
  return inOrder(order);
};

/** Without a document that never went out. */
export const without = (documents: Documents, id: string): ProcessDocument[] =>
  inOrder(documents.filter((document) => document.id !== id || isFixed(document)));

/** Withdrawn, or back again: it keeps its place. */
export const withdrawn = (document: ProcessDocument): ProcessDocument => ({
  ...document,
  retirado: !document.retirado,
});

/** Whether the others do not know yet that it was withdrawn: what they were told so of stays withdrawn. */
export const mayBeRestored = ({ wire }: ProcessDocument): boolean => wire?.retirado !== true;

/** A document with one more file, or without one; counted from 1. */
export const withComponent = (
  document: ProcessDocument,
  component: Omit<Component, 'ordem'>,
): ProcessDocument => ({
  ...document,
  components: [...document.components, { ...component, ordem: document.components.length + 1 }],
});

export const withoutComponent = (document: ProcessDocument, ordem: number): ProcessDocument => ({
  ...document,
  components: document.components
    .filter((component) => component.ordem !== ordem)
    .map((component, n) => ({ ...component, ordem: n + 1 })),
});
