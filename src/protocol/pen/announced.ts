import { fromBase64, toHex } from '../../base/bytes.ts';
import { isJsonObject, type Json, parseJson } from '../../base/json.ts';
import type { WantedComponent } from './receive-progress.ts';

/** Every file that the metadata of a trâmite announce, each content once; none of withdrawn documents. */
export const announcedIn = (metadata: string): Omit<WantedComponent, 'pending'>[] => {
  const json = parseJson(metadata);
  if (!isJsonObject(json)) return [];
  const { processo, documento } = json;
  const subject = isJsonObject(processo) ? processo : documento;
  if (!isJsonObject(subject) || typeof subject.protocolo !== 'string') return [];
  const { protocolo } = subject;
  const documents = isJsonObject(processo) ? listOf(processo.documentos) : [subject];
  const found = new Map<string, Omit<WantedComponent, 'pending'>>();
  for (const document of documents) {
    if (!isJsonObject(document) || document.retirado === true) continue;
    for (const component of listOf(document.componentesDigitais)) {
      const read = componentOf(component);
      const { protocoloDoProcessoAnexado: attached } = document;
      const isAttached = typeof attached === 'string' && attached !== '';
      if (read) found.set(read.hash, { protocolo, ...read, ...(isAttached && { attached }) });
    }
  }
  return [...found.values()];
};

const listOf = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);

const componentOf = (json: Json) => {
  if (!isJsonObject(json) || !isJsonObject(json.hash)) return undefined;
  const { nome, tamanhoEmBytes } = json;
  const { conteudo: hash } = json.hash;
  const sha256 = typeof hash === 'string' ? hexOf(hash) : undefined;
  if (typeof hash !== 'string' || !sha256 || typeof nome !== 'string') return undefined;
  const size = typeof tamanhoEmBytes === 'number' ? tamanhoEmBytes : 0;
  return { hash, sha256, nome, size };
};

const hexOf = (hash: string): string | undefined => {
  try {
    const bytes = fromBase64(hash);
    return bytes.length === 32 ? toHex(bytes) : undefined;
  } catch {
    return undefined;
  }
};
