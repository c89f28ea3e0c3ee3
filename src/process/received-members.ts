import { isJsonObject, type JsonObject, parseJson } from '../base/json.ts';
import type { Process } from './types.ts';

/** Members that this app has fields for, and that a person may have changed. */
const OWN: ReadonlySet<string> = new Set([
  ...['protocolo', 'nivelDeSigilo', 'hipoteseLegal', 'processoDeNegocio', 'descricao'],
  ...['interessados', 'documentos'],
]);

/**
 * What came with a received process and goes back as it came: its producer with all that was said of it, its history, and what
 * this app has no field for. Those interested in it are written as they came where nobody changed their names.
 */
export const receivedMembers = ({ received, interessados }: Process): JsonObject => {
  const metadata = received && parseJson(received.metadata);
  const processo = isJsonObject(metadata) ? metadata.processo : undefined;
  if (!isJsonObject(processo)) return {};
  const came = Array.isArray(processo.interessados)
    ? processo.interessados.filter(isJsonObject)
    : [];
  return {
    ...Object.fromEntries(Object.entries(processo).filter(([name]) => !OWN.has(name))),
    interessados: interessados.map(
      (person): JsonObject => came.find(({ nome }) => nome === person.nome) ?? { ...person },
    ),
  };
};
