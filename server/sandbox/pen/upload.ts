import { type Context, Hono } from 'hono';
import { isJsonObject } from '../../../src/base/json.ts';
import { err, ok, type Result } from '../../../src/base/result.ts';
import type { PenBodyId } from './bodies.ts';
import { type Answer, type Bus, instant, type PenEnv } from './bus.ts';
import type { Range, Spooled } from './content-store.ts';
import { faultAnswer, NOT_UNDERSTOOD, own, type PenFault, quoted } from './fault.ts';
import { readStreamedForm } from './multipart.ts';
import { readJsonBody } from './read-json.ts';
import { askedUnder, componentsOf, SITUACAO, type Tramite } from './tramite.ts';

/** A component as a request names it. */
interface Named {
  ticket: number;
  protocolo: string;
  /** Base64. */
  hash: string;
}

/** What is expected under a name: `missing` is false where it has come already. */
interface Expected extends Named {
  size: number;
  missing: boolean;
}

const PATH = '/tickets-de-envio-de-componente/:ticket/protocolos/componentes-a-enviar';

const isAskedOf = ({ asked }: Tramite, hash: string): boolean => asked.includes(hash);

const expectedOf = async ({ tramites }: Bus, body: PenBodyId, named: Named): Answer<Expected> => {
  const { ticket, protocolo, hash } = named;
  const all = (await tramites.byTicket(ticket)).filter(
    (each) => askedUnder(each, hash) === protocolo,
  );
  const [first] = all;
  if (first?.sender !== body) {
    return err(own('not-found', 'O ticket de envio não foi encontrado para este protocolo.'));
  }
  const component = componentsOf(first.metadata).find((each) => each.hash.conteudo === hash);
  if (!component || !all.some((each) => isAskedOf(each, hash))) {
    return err(own('not-found', 'O componente digital não foi solicitado neste trâmite.'));
  }
  const missing = all.some((each) => isAskedOf(each, hash) && !each.arrived.includes(hash));
  if (missing && !all.some(({ situacao }) => situacao === SITUACAO.iniciado)) {
    return err(own('not-in-this-state', 'O trâmite não espera mais componentes digitais.'));
  }
  return ok({ ...named, size: component.tamanhoEmBytes, missing });
};

/** Writes down that a component is whole; with the last one the trâmite goes on to situação 2. */
const noteArrival = async (bus: Bus, { ticket, hash }: Named): Promise<void> => {
  const waiting = (await bus.tramites.byTicket(ticket)).filter(
    (each) => each.situacao === SITUACAO.iniciado && isAskedOf(each, hash),
  );
  for (const tramite of waiting) {
    const arrived = [...new Set([...tramite.arrived, hash])];
    const next = { ...tramite, arrived, arrivedAt: instant(bus) };
    if (arrived.length < tramite.asked.length) await bus.tramites.save(next);
    else await bus.move(next, SITUACAO.componentesEnviados);
  }
};

const NOT_WHOLE = {
  'parts-missing': own('components-missing', 'Faltam partes do componente digital.'),
  'hash-differs': own(
    'hash-differs',
    'O hash do conteúdo recebido não confere com o informado nos metadados.',
  ),
};

const joinParts = async (bus: Bus, body: PenBodyId, named: Named): Answer<null> => {
  const expected = await expectedOf(bus, body, named);
  if (!expected.ok) return expected;
  if (!expected.value.missing) return ok(null);
  const outcome = await bus.contents.complete(expected.value);
  if (outcome !== 'whole') return err(NOT_WHOLE[outcome]);
  await bus.inTurn(() => noteArrival(bus, named));
  return ok(null);
};

const checkedRange = (
  range: Range | undefined,
  { size }: Expected,
  spooled: Spooled,
): Result<Range, PenFault> => {
  if (!range || range.inicio >= range.fim) return err(NOT_UNDERSTOOD);
  if (range.fim > size) {
    return err(
      quoted(
        'part-beyond-size',
        'A parte informada ultrapassa o tamanho do componente digital informado nos metadados do trâmite',
      ),
    );
  }
  return spooled.size === range.fim - range.inicio
    ? ok(range)
    : err(own('not-understood', 'A parte enviada não tem o tamanho que o endereço diz.'));
};

/** `{inicio}-{fim}`, the end exclusive. */
export const readRange = (text: string): Range | undefined => {
  const found = /^(\d{1,15})-(\d{1,15})$/.exec(text);
  return found ? { inicio: Number(found[1]), fim: Number(found[2]) } : undefined;
};

/** Names come as fields of the form or in the query (pen.md J 1). */
const namedBy = (c: Context<PenEnv>, fields: ReadonlyMap<string, string>): Named => ({
  ticket: Number(c.req.param('ticket')),
  protocolo: fields.get('protocolo') ?? c.req.query('protocolo') ?? '',
  hash: fields.get('hashDoComponenteDigital') ?? c.req.query('hashDoComponenteDigital') ?? '',
});

/** Receiving components, whole or in parts (pen.md A.2 11–13). */
export const createUpload = (bus: Bus): Hono<PenEnv> => {
  const app = new Hono<PenEnv>();
  const joining = new Map<string, Answer<null>>();

  // Joining 1 GB takes a while: who asks again meanwhile waits for the same.
  const complete = (body: PenBodyId, named: Named): Answer<null> => {
    const key = `${body} ${named.ticket} ${named.hash}`;
    const running =
      joining.get(key) ?? joinParts(bus, body, named).finally(() => joining.delete(key));
    joining.set(key, running);
    return running;
  };

  const receive = async (
    c: Context<PenEnv>,
    rangeOf: (expected: Expected) => Range | undefined,
  ): Answer<Expected> => {
    const form = await readStreamedForm(c.req.raw, 'conteudo', bus.contents.spool);
    if (!form?.file) return err(NOT_UNDERSTOOD);
    const { file } = form;
    const expected = await expectedOf(bus, c.get('body'), namedBy(c, form.fields));
    const range = expected.ok
      ? checkedRange(rangeOf(expected.value), expected.value, file)
      : expected;
    if (expected.ok && range.ok && expected.value.missing) {
      await bus.contents.keepPart(file, range.value, expected.value);
    } else {
      await bus.contents.discard(file);
    }
    return range.ok ? expected : range;
  };

  app.put(PATH, async (c) => {
    const received = await receive(c, ({ size }) => ({ inicio: 0, fim: size }));
    const completed = received.ok ? await complete(c.get('body'), received.value) : received;
    return completed.ok ? c.json({}) : faultAnswer(completed.error);
  });

  app.put(`${PATH}/partes/:range`, async (c) => {
    const received = await receive(c, () => readRange(c.req.param('range') ?? ''));
    return received.ok ? c.json({}) : faultAnswer(received.error);
  });

  app.post(`${PATH}/partes/sinalizacao-termino-envio`, async (c) => {
    const json = await readJsonBody(c.req.raw);
    if (!isJsonObject(json)) return faultAnswer(NOT_UNDERSTOOD);
    const { protocolo, hashDoComponenteDigital: hash } = json;
    const named = {
      ticket: Number(c.req.param('ticket')),
      protocolo: String(protocolo),
      hash: String(hash),
    };
    const completed = await complete(c.get('body'), named);
    return completed.ok ? c.json({}) : faultAnswer(completed.error);
  });

  return app;
};
