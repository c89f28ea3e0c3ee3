import { type Bytes, sha256Hex, utf8 } from '../../../src/base/bytes.ts';
import { showInstant, toBrazilianDate } from '../../../src/base/civil-date.ts';
import { isJsonObject, type Json, parseJson } from '../../../src/base/json.ts';
import { layoutName } from '../../../src/layout/catalogue.ts';
import { representacaoByCode } from '../demo/people.ts';
import type { Delivery } from '../state/delivery-store.ts';
import { createPages } from './pages.ts';

const show = (value: Json): string => {
  if (typeof value === 'boolean') return value ? 'Sim' : 'Não';
  if (typeof value === 'number')
    return value.toLocaleString('pt-BR', { maximumFractionDigits: 20 });
  if (typeof value === 'string') return toBrazilianDate(value);
  return value === null ? 'nulo' : 'vazio';
};

/** One row a leaf: the path of the field, counted from 1, and its value. */
const rowsOf = (value: Json, path: string): string[][] => {
  const members = Array.isArray(value)
    ? value.map((item, index): [string, Json] => [`${path}[${index + 1}]`, item])
    : isJsonObject(value)
      ? Object.entries(value).map(([name, item]): [string, Json] => [
          path === '' ? name : `${path}.${name}`,
          item,
        ])
      : [];
  if (members.length === 0) return [[path, show(value)]];
  return members.flatMap(([name, item]) => rowsOf(item, name));
};

/**
 * The document a person signs to homologate a delivery. The court's own content is unknown
 * (recepcao.md H): this one names the delivery, shows all its data and binds them by hash.
 */
export const homologationPdf = async (delivery: Delivery, issuedAt: number): Promise<Bytes> => {
  const { id, spc, slp, mes, ano, recibo, text } = delivery;
  const right = representacaoByCode(delivery.representacao);
  const pages = await createPages(`Homologação do envio ${id}`, issuedAt);

  pages.heading('Relatório para homologação do envio');
  pages.paragraph('Documento emitido pelo simulador do TCMGO, sem valor oficial.');
  pages.table(
    ['Identificação', ''],
    [
      ['Layout', `${layoutName(delivery)} (${spc}/${slp})`],
      ['Mês e ano de referência', `${String(mes).padStart(2, '0')}/${ano}`],
      ['Representação', `${delivery.representacao} - ${right?.representacao ?? ''}`],
      ['Unidade', right?.unidade ?? ''],
      ['Município', right?.municipio ?? ''],
      ['Identificador do envio', String(id)],
      ['Recibo', recibo],
      ['SHA-256 dos dados recebidos', await sha256Hex(utf8(text))],
      ['Dados recebidos em', showInstant(delivery.receivedAt)],
      ['Emitido em', showInstant(issuedAt)],
    ],
    [0.35, 0.65],
  );
  pages.heading('Dados enviados');
  pages.table(['Campo', 'Conteúdo'], rowsOf(parseJson(text) ?? null, ''), [0.6, 0.4]);
  pages.paragraph(
    'Ao assinar digitalmente este documento, o responsável confirma os dados acima e homologa o envio.',
  );
  return pages.finish(`Recibo ${recibo}`);
};
