import { Hono } from 'hono';
import type { JsonObject } from '../../../src/base/json.ts';
import { err, ok } from '../../../src/base/result.ts';
import type { PenBodyId } from './bodies.ts';
import type { Answer, Bus, PenEnv } from './bus.ts';
import { faultAnswer, own, quoted } from './fault.ts';
import type { UnitRef } from './metadata.ts';
import { isArriving, SITUACAO, type Situacao, type Tramite, without } from './tramite.ts';

/** The most records of one answer. */
const LONGEST_PAGE = 500;

const HIDDEN_FROM_RECEIVER: readonly Situacao[] = [
  SITUACAO.iniciado,
  SITUACAO.recusado,
  SITUACAO.ciencia,
];

/** A receiver sees nothing before all has arrived, and nothing after refusing (pen.md C.1). */
const isVisible = ({ sender, receiver, situacao }: Tramite, body: PenBodyId): boolean =>
  sender === body || (receiver === body && !HIDDEN_FROM_RECEIVER.includes(situacao));

/** A trâmite that this body may see. */
export const visibleTramite = async (
  { tramites }: Bus,
  body: PenBodyId,
  idt: string,
): Answer<Tramite> => {
  const found = await tramites.find(Number(idt));
  return found && isVisible(found, body)
    ? ok(found)
    : err(own('not-found', `O trâmite ${idt} não foi encontrado.`));
};

const statusOf = (tramite: Tramite): JsonObject => ({
  IDT: tramite.idt,
  NRE: tramite.nre,
  remetente: tramite.remetente,
  destinatario: tramite.destinatario,
  situacaoAtual: tramite.situacao,
  protocolo: tramite.protocolo,
  ...(tramite.recusa
    ? {
        justificativaDaRecusa: tramite.recusa.justificativa,
        motivoDaRecusa: tramite.recusa.motivo,
      }
    : {}),
  mudancasDeSituacao: tramite.changes,
  hashDosComponentesPendentesDeEnvio: without(tramite.asked, tramite.arrived),
  hashDosComponentesPendentesDeRecebimento: without(tramite.toFetch, tramite.fetched),
});

type Query = (name: string) => string | undefined;

const isWanted = (query: Query, name: string, value: string | number): boolean => {
  const wanted = query(name);
  return wanted === undefined || wanted === '' || wanted === String(value);
};

const isWantedUnit = (query: Query, side: 'remetente' | 'destinatario', unit: UnitRef): boolean =>
  isWanted(
    query,
    `${side}[identificacaoDoRepositorioDeEstruturas]`,
    unit.identificacaoDoRepositorioDeEstruturas,
  ) &&
  isWanted(
    query,
    `${side}[numeroDeIdentificacaoDaEstrutura]`,
    unit.numeroDeIdentificacaoDaEstrutura,
  );

const fits = (tramite: Tramite, query: Query): boolean =>
  isWanted(query, 'IDT', tramite.idt) &&
  isWanted(query, 'NRE', tramite.nre) &&
  isWanted(query, 'protocolo', tramite.protocolo) &&
  isWanted(query, 'situacaoAtual', tramite.situacao) &&
  isWantedUnit(query, 'remetente', tramite.remetente) &&
  isWantedUnit(query, 'destinatario', tramite.destinatario);

const WAITS_FOR_SENDER: readonly Situacao[] = [SITUACAO.reciboEnviado, SITUACAO.recusado];

/** What waits for the body: as receiver until it signed the receipt, as sender until it took note of the end. */
export const waitsFor = (tramite: Tramite, body: PenBodyId): boolean =>
  (tramite.receiver === body && isArriving(tramite)) ||
  (tramite.sender === body && WAITS_FOR_SENDER.includes(tramite.situacao));

/** Without `todas`, what the body has not begun to deal with. */
const isUntouched = ({ situacao }: Tramite): boolean =>
  situacao !== SITUACAO.metadadosRecebidos && situacao !== SITUACAO.componentesRecebidos;

/** Following trâmites (pen.md A.2 14–16). */
export const createFollow = (bus: Bus): Hono<PenEnv> => {
  const app = new Hono<PenEnv>();

  app.get('/tramites/pendentes', async (c) => {
    const body = c.get('body');
    const all = c.req.query('todas') === 'true';
    const pending = (await bus.tramites.ofBody(body)).filter(
      (each) => waitsFor(each, body) && (all || isUntouched(each)),
    );
    return c.json(pending.map(({ idt, situacao }) => ({ IDT: idt, status: situacao })));
  });

  app.get('/tramites', async (c) => {
    const body = c.get('body');
    const query: Query = (name) => c.req.query(name) ?? c.req.query(`paginacao[${name}]`);
    const found = (await bus.tramites.ofBody(body)).filter(
      (each) => isVisible(each, body) && fits(each, query),
    );
    const from = Number(query('registroInicial') ?? 0);
    const most = Math.min(Number(query('quantidadeDeRegistros') ?? LONGEST_PAGE), LONGEST_PAGE);
    return c.json({
      tramites: found.slice(from, from + most).map(statusOf),
      totalDeRegistros: found.length,
    });
  });

  app.get('/tramites/:idt/recibo-de-envio', async (c) => {
    const found = await visibleTramite(bus, c.get('body'), c.req.param('idt'));
    if (!found.ok) return faultAnswer(found.error);
    const tramite = found.value;
    if (tramite.sender !== c.get('body')) {
      return faultAnswer(own('not-yours', 'O recibo de envio é do remetente.'));
    }
    if (tramite.arrived.length < tramite.asked.length) {
      return faultAnswer(
        quoted(
          'components-missing',
          `Trâmite com idt ${tramite.idt} ainda não recebeu todos os componentes digitais`,
        ),
      );
    }
    return c.json(await bus.signer.sendReceipt(tramite));
  });

  return app;
};
