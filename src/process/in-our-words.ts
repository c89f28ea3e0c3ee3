import { receivedHypothesis, receivedName } from './mappings.ts';
import type { ReceivedDocument, ReceivedMetadata } from './received-metadata.ts';
import type { PenSettings, PenTables } from './tables.ts';

/**
 * What came, by this body's mappings of receiving: its own names for types of document, its own legal grounds. Of each
 * document `wire` stays as it came, and goes out again so.
 */
export const inOurWords = (
  received: ReceivedMetadata,
  tables: Pick<PenTables, 'hipoteses'>,
  settings: PenSettings,
): ReceivedMetadata => {
  const hypothesisOf = (known: number): number =>
    receivedHypothesis(known, tables, settings) ?? known;
  const translated = <Of extends { hipoteseLegal?: number }>(of: Of): Of =>
    of.hipoteseLegal === undefined ? of : { ...of, hipoteseLegal: hypothesisOf(of.hipoteseLegal) };
  const named = (document: ReceivedDocument): ReceivedDocument => {
    const { especie } = document;
    const nomeNoProdutor = receivedName(
      { ...especie, isAnnex: document.ordemDoDocumentoReferenciado !== undefined },
      settings,
    );
    return { ...document, especie: { ...especie, nomeNoProdutor } };
  };
  return {
    ...translated(received),
    documents: received.documents.map((document) => named(translated(document))),
  };
};
