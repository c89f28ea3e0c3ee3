import { documentedFault, type PenFault } from './fault.ts';
import type { Documento, SentMetadata } from './metadata.ts';
import { documentsOf, hashesOf, isDelivered, type Tramite } from './tramite.ts';

const differs = (ordem: number, what: string): PenFault =>
  documentedFault(
    '0047',
    `Inconsistência no documento de ordem ${ordem} já enviado por este NRE: ${what}.`,
  );

const sameHashes = (before: Documento, now: Documento): boolean => {
  const known = hashesOf(before.componentesDigitais);
  const given = hashesOf(now.componentesDigitais);
  return known.length === given.length && known.every((hash, index) => given[index] === hash);
};

const documentFault = (before: Documento, now: Documento | undefined): PenFault | undefined => {
  const { ordem } = before;
  if (!now) return differs(ordem, 'o documento não consta mais do processo');
  const especieStays =
    before.especie.codigo === now.especie.codigo &&
    before.especie.nomeNoProdutor === now.especie.nomeNoProdutor;
  if (!especieStays) return differs(ordem, 'a espécie documental foi alterada');
  // A withdrawn document may travel with another content, the text that says so.
  if (now.retirado !== true && !sameHashes(before, now)) {
    return differs(ordem, 'o hash de ao menos um dos componentes digitais foi alterado');
  }
  return undefined;
};

/**
 * What differs from what was delivered under this NRE (0047): protocolo, order, espécie, hashes. Only delivered trâmites
 * count: nobody holds what was refused or cancelled. Documents may be added after those that were there.
 */
export const consistencyFault = (
  earlier: Tramite[],
  metadata: SentMetadata,
): PenFault | undefined => {
  const before = earlier.findLast((tramite) => isDelivered(tramite) && tramite.metadata.processo);
  if (!before || !metadata.processo) return undefined;
  const { protocolo } = metadata.processo;
  if (before.protocolo !== protocolo) {
    return documentedFault(
      '0047',
      `Inconsistência no número de protocolo do processo tramitado por este NRE ${before.nre}. Protocolo anterior: ${before.protocolo} atual: ${protocolo}`,
    );
  }
  for (const document of documentsOf(before.metadata)) {
    const fault = documentFault(document, metadata.processo.documentos[document.ordem - 1]);
    if (fault) return fault;
  }
  return undefined;
};
