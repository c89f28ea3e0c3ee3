import { civilDateOf, toBrazilianDate } from '../../../src/base/civil-date.ts';
import { isJsonObject, type Json, type JsonObject, parseJson } from '../../../src/base/json.ts';
import { PEOPLE, representacaoByCode } from '../demo/people.ts';
import type { Delivery } from '../state/delivery-store.ts';

const personOf = (codigo: number): string =>
  PEOPLE.find(({ representacoes }) => representacoes.some((right) => right.codigo === codigo))
    ?.nome ?? '';

/** Its first text. The simulator publishes no files: the address leads nowhere (RFC 2606 §2). */
const fileAddress = (delivery: Delivery, texts: Json | undefined): string => {
  const [first] = Array.isArray(texts) ? texts : [];
  const id = isJsonObject(first) ? first.idDocumentoPDF : '';
  return `https://simulador.invalid/anexo/${delivery.recibo}/${id}`;
};

/** One delivered norm as the open service lists it (recepcao.md B11). The kinds are codes: their names are not known. */
export const normOf = (delivery: Delivery): JsonObject => {
  const data = parseJson(delivery.text);
  const norm = isJsonObject(data) ? data : {};
  const right = representacaoByCode(delivery.representacao);
  return {
    idEnvioColare: delivery.id,
    situacaoEnvio: delivery.statusEnvio,
    municipio: right?.municipio ?? '',
    unidadeGestora: right?.unidade ?? '',
    unidadeGestoraId: right?.unidadeId ?? 0,
    representante: personOf(delivery.representacao),
    tipoNorma: String(norm.codTipoNorma ?? ''),
    detalhamentoNorma: String(norm.codDetalhamentoNorma ?? ''),
    numeroNorma: norm.numeroDaNorma ?? '',
    anoNorma: norm.anoDaNorma ?? '',
    ementa: norm.ementaDaNorma ?? '',
    dataEnvio: toBrazilianDate(civilDateOf(delivery.receivedAt)),
    arquivoPrincipalNorma: fileAddress(delivery, norm.textoDaNormaOuLegislacao),
  };
};
