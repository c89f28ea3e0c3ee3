import { type Context, Hono } from 'hono';
import { isJsonObject, type JsonObject } from '../../../src/base/json.ts';
import { err, ok } from '../../../src/base/result.ts';
import { MOTIVOS_DE_RECUSA } from './bodies.ts';
import type { Answer, Bus, PenEnv } from './bus.ts';
import { faultAnswer, NOT_UNDERSTOOD, own, type PenFault, quoted } from './fault.ts';
import { isDateTime, isText } from './field-check.ts';
import { visibleTramite } from './follow.ts';
import { readJsonBody } from './read-json.ts';
import { isArriving, SITUACAO, type Situacao, type Tramite } from './tramite.ts';

type Side = 'sender' | 'receiver';

const LONGEST_JUSTIFICATION = 1000;

const NOT_NOW = own('not-in-this-state', 'O trâmite não está na situação que esta operação pede.');

const NOT_CANCELLABLE: Partial<Record<Situacao, PenFault>> = {
  [SITUACAO.reciboEnviado]: quoted(
    'not-in-this-state',
    'O sistema destinatário já iniciou o recebimento desse processo, portanto não é possível realizar o cancelamento',
  ),
  [SITUACAO.reciboRecebido]: quoted(
    'not-in-this-state',
    'O sistema destinatário já recebeu esse processo, portanto não é possível realizar o cancelamento',
  ),
  [SITUACAO.recusado]: quoted(
    'not-in-this-state',
    'O trâmite externo para esse processo encontra-se recusado.',
  ),
};

/** A trâmite on whose one side this body is. */
const tramiteOf = async (bus: Bus, c: Context<PenEnv>, side: Side): Answer<Tramite> => {
  const found = await visibleTramite(bus, c.get('body'), c.req.param('idt') ?? '');
  if (!found.ok || found.value[side] === c.get('body')) return found;
  const whose = side === 'sender' ? 'o remetente' : 'o destinatário';
  return err(own('not-yours', `Só ${whose} do trâmite pode fazer isto.`));
};

const postReceipt = async (bus: Bus, c: Context<PenEnv>, json: JsonObject): Answer<Tramite> => {
  const { dataDeRecebimento, hashDaAssinatura } = json;
  const isDate = isDateTime(dataDeRecebimento, '').length === 0;
  if (typeof dataDeRecebimento !== 'string' || !isDate || typeof hashDaAssinatura !== 'string') {
    return err(NOT_UNDERSTOOD);
  }
  const found = await tramiteOf(bus, c, 'receiver');
  if (!found.ok) return found;
  if (found.value.situacao !== SITUACAO.componentesRecebidos) return err(NOT_NOW);
  if (!(await bus.signer.holds(found.value, dataDeRecebimento, hashDaAssinatura))) {
    return err(
      own('receipt-signature', 'A assinatura do recibo não confere com o certificado do órgão.'),
    );
  }
  const recibo = { dataDeRecebimento, hashDaAssinatura };
  return ok(await bus.move({ ...found.value, recibo }, SITUACAO.reciboEnviado));
};

const refuse = async (bus: Bus, c: Context<PenEnv>, json: JsonObject): Answer<Tramite> => {
  const { motivo, justificativa } = json;
  const isReason = typeof motivo === 'string' && Object.hasOwn(MOTIVOS_DE_RECUSA, motivo);
  const isJustified = isText(LONGEST_JUSTIFICATION)(justificativa, '').length === 0;
  if (!isReason || !isJustified || typeof justificativa !== 'string') return err(NOT_UNDERSTOOD);
  const found = await tramiteOf(bus, c, 'receiver');
  if (!found.ok) return found;
  if (!isArriving(found.value)) return err(NOT_NOW);
  return ok(
    await bus.move({ ...found.value, recusa: { motivo, justificativa } }, SITUACAO.recusado),
  );
};

const takeNote = async (bus: Bus, c: Context<PenEnv>): Answer<Tramite> => {
  const found = await tramiteOf(bus, c, 'sender');
  if (!found.ok) return found;
  if (found.value.situacao !== SITUACAO.recusado) return err(NOT_NOW);
  return ok(await bus.move(found.value, SITUACAO.ciencia));
};

const cancel = async (bus: Bus, c: Context<PenEnv>): Answer<Tramite> => {
  const found = await tramiteOf(bus, c, 'sender');
  if (!found.ok) return found;
  const { situacao } = found.value;
  return situacao <= SITUACAO.componentesRecebidos
    ? ok(await bus.move(found.value, SITUACAO.cancelado))
    : err(NOT_CANCELLABLE[situacao] ?? NOT_NOW);
};

/** The sender's reading of the receipt ends the trâmite; the receiver may look at its own. */
const readReceipt = async (bus: Bus, c: Context<PenEnv>): Answer<Tramite> => {
  const found = await visibleTramite(bus, c.get('body'), c.req.param('idt') ?? '');
  if (!found.ok) return found;
  if (!found.value.recibo) {
    return err(quoted('receipt-missing', 'O recibo ainda não foi recebido.'));
  }
  const isEnd =
    found.value.sender === c.get('body') && found.value.situacao === SITUACAO.reciboEnviado;
  return isEnd ? ok(await bus.move(found.value, SITUACAO.reciboRecebido)) : found;
};

const receiptAnswer = (bus: Bus, { idt, nre, receiver, toFetch, recibo }: Tramite): object => ({
  recibo: {
    IDT: idt,
    NRE: nre,
    dataDeRecebimento: recibo?.dataDeRecebimento,
    hashesDosComponentesDigitais: toFetch.toSorted(),
  },
  cadeiaDoCertificado: bus.signer.chainOf(receiver),
  hashDaAssinatura: recibo?.hashDaAssinatura,
});

/** How trâmites end (pen.md A.2 20–24). */
export const createOutcome = (bus: Bus): Hono<PenEnv> => {
  const app = new Hono<PenEnv>();

  const change = async (
    make: () => Answer<Tramite>,
    answerOf: (tramite: Tramite) => object = () => ({}),
  ): Promise<Response> => {
    const changed = await bus.inTurn(make);
    return changed.ok ? Response.json(answerOf(changed.value)) : faultAnswer(changed.error);
  };

  for (const [name, make] of [
    ['recibo', postReceipt],
    ['recusa', refuse],
  ] as const) {
    app.post(`/tramites/:idt/${name}`, async (c) => {
      const json = await readJsonBody(c.req.raw);
      return isJsonObject(json) ? change(() => make(bus, c, json)) : faultAnswer(NOT_UNDERSTOOD);
    });
  }
  app.get('/tramites/:idt/recibo', (c) =>
    change(
      () => readReceipt(bus, c),
      (tramite) => receiptAnswer(bus, tramite),
    ),
  );
  app.get('/tramites/:idt/ciencia', (c) => change(() => takeNote(bus, c)));
  app.delete('/tramites/:idt', (c) => change(() => cancel(bus, c)));
  return app;
};
