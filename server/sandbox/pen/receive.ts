import { type Context, Hono } from 'hono';
import { isJsonObject, type JsonObject } from '../../../src/base/json.ts';
import { err, ok } from '../../../src/base/result.ts';
import type { Answer, Bus, PenEnv } from './bus.ts';
import type { Range } from './content-store.ts';
import { faultAnswer, NOT_UNDERSTOOD, own } from './fault.ts';
import { visibleTramite } from './follow.ts';
import { readJsonBody } from './read-json.ts';
import { askedUnder, componentsOf, SITUACAO, type Tramite } from './tramite.ts';
import { unitAt } from './units.ts';
import { readRange } from './upload.ts';

/** A trâmite that the body receives, once everything arrived and while nobody ended it. */
const receivedTramite = async (bus: Bus, c: Context<PenEnv>): Answer<Tramite> => {
  const idt = c.req.param('idt') ?? '';
  const found = await visibleTramite(bus, c.get('body'), idt);
  if (!found.ok) return found;
  const { receiver, situacao } = found.value;
  if (receiver !== c.get('body')) {
    return err(own('not-yours', `O trâmite ${idt} não é destinado a este órgão.`));
  }
  return situacao >= SITUACAO.componentesEnviados && situacao <= SITUACAO.reciboRecebido
    ? found
    : err(own('not-in-this-state', `O trâmite ${idt} não está mais disponível.`));
};

/** Who takes in what comes for the addressee, where that is another unit. */
const receivingUnit = ({ destinatario }: Tramite): object => {
  const { identificacaoDoRepositorioDeEstruturas } = destinatario;
  const unit = unitAt(destinatario);
  return unit?.recebidoPor === undefined
    ? {}
    : {
        unidadeReceptora: {
          identificacaoDoRepositorioDeEstruturas,
          numeroDeIdentificacaoDaEstrutura: unit.recebidoPor,
        },
      };
};

/** Members of `cabecalho` that the receiver gets at the top. */
const PASSED_ON = ['urgente', 'urgencia', 'motivoDaUrgencia', 'dataDeRetorno'];

/** `GET tramites/{IDT}`; the number is `nre` here, in lower case (pen.md A.2 17). */
const metadataAnswer = (tramite: Tramite): object => {
  const { cabecalho, processo, documento } = tramite.metadata;
  const passedOn = PASSED_ON.flatMap((name) =>
    cabecalho[name] === undefined ? [] : [[name, cabecalho[name]]],
  );
  return {
    nre: tramite.nre,
    remetente: tramite.remetente,
    destinatario: tramite.destinatario,
    ...receivingUnit(tramite),
    ...Object.fromEntries(passedOn),
    propriedadesAdicionais: cabecalho.propriedadesAdicionais ?? [],
    ...(processo ? { processo } : { documento }),
  };
};

/** Reading metadata moves the trâmite: to situação 3, and on to 4 where nothing is left to fetch. */
const noteReading = async (bus: Bus, idt: number): Promise<void> => {
  const tramite = await bus.tramites.find(idt);
  if (tramite?.situacao !== SITUACAO.componentesEnviados) return;
  const read = await bus.move(tramite, SITUACAO.metadadosRecebidos);
  if (read.toFetch.length === 0) await bus.move(read, SITUACAO.componentesRecebidos);
};

/** Writes down that the last byte of a component went out; with the last component the trâmite goes on to 4. */
const noteFetched = async (bus: Bus, idt: number, hash: string): Promise<void> => {
  const tramite = await bus.tramites.find(idt);
  if (tramite?.situacao !== SITUACAO.metadadosRecebidos || !tramite.toFetch.includes(hash)) return;
  const next = { ...tramite, fetched: [...new Set([...tramite.fetched, hash])] };
  if (next.fetched.length < next.toFetch.length) await bus.tramites.save(next);
  else await bus.move(next, SITUACAO.componentesRecebidos);
};

interface Asked {
  tramite: Tramite;
  hash: string;
  size: number;
}

const askedComponent = async (bus: Bus, c: Context<PenEnv>): Answer<Asked> => {
  const json = await readJsonBody(c.req.raw);
  if (!isJsonObject(json)) return err(NOT_UNDERSTOOD);
  const found = await receivedTramite(bus, c);
  if (!found.ok) return found;
  const tramite = found.value;
  if (tramite.situacao === SITUACAO.componentesEnviados) {
    return err(own('not-in-this-state', 'Os metadados do trâmite ainda não foram recebidos.'));
  }
  return componentOf(tramite, json);
};

const componentOf = async (tramite: Tramite, json: JsonObject): Answer<Asked> => {
  const { hashDoComponenteDigital: hash, protocolo } = json;
  const component = componentsOf(tramite.metadata).find((each) => each.hash.conteudo === hash);
  // Under which of the two it is to be fetched is documented nowhere.
  const isNamed =
    component &&
    [tramite.protocolo, askedUnder(tramite, component.hash.conteudo)].some(
      (number) => number === protocolo,
    );
  return isNamed
    ? ok({ tramite, hash: component.hash.conteudo, size: component.tamanhoEmBytes })
    : err(own('not-found', 'O componente digital não pertence a este trâmite.'));
};

const PATH = '/tramites/:idt/protocolos/componentes-digitais';

/** Metadata and components for the receiver (pen.md A.2 17–19). */
export const createReceive = (bus: Bus): Hono<PenEnv> => {
  const app = new Hono<PenEnv>();

  app.get('/tramites/:idt', async (c) => {
    const found = await receivedTramite(bus, c);
    if (!found.ok) return faultAnswer(found.error);
    await bus.inTurn(() => noteReading(bus, found.value.idt));
    return c.json(metadataAnswer(found.value));
  });

  // The bare base64 text, although everything else is JSON.
  const give = async (
    c: Context<PenEnv>,
    rangeOf: (size: number) => Range | undefined,
  ): Promise<Response> => {
    const asked = await askedComponent(bus, c);
    if (!asked.ok) return faultAnswer(asked.error);
    const { tramite, hash, size } = asked.value;
    const range = rangeOf(size);
    if (!range || range.inicio >= range.fim || range.fim > size) return faultAnswer(NOT_UNDERSTOOD);
    if (range.fim === size) await bus.inTurn(() => noteFetched(bus, tramite.idt, hash));
    const { text, size: length } = bus.contents.base64(hash, range);
    return new Response(text, {
      headers: { 'Content-Type': 'text/plain', 'Content-Length': String(length) },
    });
  };

  app.post(PATH, (c) => give(c, (size) => ({ inicio: 0, fim: size })));
  app.post(`${PATH}/partes/:range`, (c) => give(c, () => readRange(c.req.param('range') ?? '')));
  return app;
};
