import type { Delivery } from '../state/delivery-store.ts';

/** A request that is not done, and what is answered instead. */
export interface Refusal {
  status: number;
  body: object;
}

/** One entry of `mensagens` (recepcao.md B5). */
export interface RuleMessage {
  regra: number;
  mensagem: string;
}

/** The generic error of every endpoint: `{"message"}`. */
export const refusal = (status: number, message: string): Refusal => ({
  status,
  body: { message },
});

/** `mensagens` as every answer about data carries it. */
export const mensagens = (erros: RuleMessage[] = []): object => ({
  advertencias: [],
  informacoes: [],
  erros,
});

export const refuse = ({ status, body }: Refusal): Response => Response.json(body, { status });

/**
 * `arquivo` of a delivery (recepcao.md B3). `jsonNode` is the received text itself: parsing and writing it again
 * would reorder members named like numbers.
 */
const arquivoText = (delivery: Delivery): string => {
  const head = { id: delivery.id, ano: delivery.ano, mes: delivery.mes };
  const tail = {
    recibo: delivery.recibo,
    statusEnvio: delivery.statusEnvio,
    arquivoHomologacao: delivery.arquivoHomologacao ?? null,
    layoutSigla: delivery.slp,
    prestacaoDeContasSigla: delivery.spc,
  };
  return [
    JSON.stringify({ ...head, idRepresentacao: delivery.representacao }).slice(0, -1),
    `"jsonNode":${delivery.text}`,
    JSON.stringify(tail).slice(1),
  ].join(',');
};

const jsonText = (text: string): Response =>
  new Response(text, { headers: { 'Content-Type': 'application/json' } });

/** The answer about one delivery. */
export const deliveryAnswer = (delivery: Delivery): Response =>
  jsonText(`{"arquivo":${arquivoText(delivery)},"mensagens":${JSON.stringify(mensagens())}}`);

/** The answer with every delivery of a period, an extension of ours (docs/protocols/recepcao.md). */
export const listAnswer = (deliveries: Delivery[]): Response =>
  jsonText(`{"arquivos":[${deliveries.map(arquivoText).join(',')}]}`);
